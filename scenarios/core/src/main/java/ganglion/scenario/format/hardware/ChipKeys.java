package ganglion.scenario.format.hardware;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Suggestions;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileReference;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.model.BitTrueChip;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.HardwareSpec.Applied;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a scenario asks of one chip beyond its name. */
final class ChipKeys {

    /** Name or file of the profile. */
    static final Key<String> PROFILE = Key.of(
                    "profile", text("the name of a chip").length(1, 0))
            .says("A profile that comes with Ganglion, or a profile file (.yaml, .json); after an @ its operating"
                    + " point, where that is not the profile's own, as in odin@1.3MHz.")
            .required()
            .example("loihi");

    private static final Key<PlacementStrategy> PLACEMENT = Key.of("placement", PlacementKeys.PLACEMENT)
            .says("How neurons are given cores: populations in order, each core filled before the next; spread over all"
                    + " cores; or by hand.")
            .byDefault(CostOptions.DEFAULT.placement(), "in-order")
            .example("spread")
            .exampleText("[{population: out, core: 3}]");

    private static final Key<TimingForm> TIMING = Key.of(
                    "timing",
                    words("a form of timing", List.of(TimingForm.SIMPLE, TimingForm.PHASES, TimingForm.DETAILED)))
            .says("How the time of a tick is put together on a chip with a barrier: the slowest core alone (simple),"
                    + " phase after phase without contention (phases), or every message with contention for links"
                    + " and cores (detailed). Left out, the profile's own.")
            .example("detailed");

    private static final Key<Map<String, List<String>>> UNITS = Key.of(
                    "units",
                    mapOf(
                                    "lists of units by population",
                                    listOf(
                                                    "a list of units",
                                                    text("the name of a unit").length(1, 0))
                                            .size(1, 10))
                            .by(Types.name()))
            .says("Pipeline units that populations use on a chip that offers several; the first of each stage where"
                    + " none is named.")
            .impliedDefault(CostOptions.DEFAULT.units())
            .exampleText("{out: [sparse-synapse]}");

    private static final Key<Boolean> ACTIVE = Key.of(
                    "active", words("input or state", new TreeMap<>(Map.of("input", false, "state", true))))
            .says("Which neurons count as active in a tick: those that an input reaches or that fire, or also those"
                    + " whose rounded membrane is away from zero.")
            .byDefault(CostOptions.DEFAULT.activeByState())
            .example("state");

    private static final Key<Applied> APPLY = Key.of(
                    "apply",
                    words(
                            "precision or bit-true",
                            new TreeMap<>(Map.of("precision", Applied.PRECISION, "bit-true", Applied.BIT_TRUE))))
            .says("The run itself uses the chip's precision: weights, membranes and delays are rounded, and what that"
                    + " changed in spikes and decisions is reported. Or the chip is computed bit by bit and cycle by"
                    + " cycle (odin, tinyodin).")
            .impliedDefault(Applied.NOTHING)
            .example("precision");

    /** A chip and how it is used. */
    static final Shape<Place> CHIP = Shape.of(
                    "a chip and how it is used",
                    place -> place,
                    PROFILE,
                    OperatingPointRequest.CLOCK,
                    OperatingPointRequest.VOLTAGE,
                    OperatingPointRequest.BATCH,
                    PLACEMENT,
                    TIMING,
                    UNITS,
                    ACTIVE,
                    APPLY)
            .named("chip");

    private static final List<Key<?>> OF_SPIKES = List.of(PLACEMENT, TIMING, UNITS, ACTIVE, APPLY);

    private ChipKeys() {}

    /** What an object that follows {@link #CHIP} asks for; a key beside the profile stands before the point of its name. */
    static DeviceQuery query(Place chip, Place named) {
        ProfileReference reference = ProfileReference.parse(named.text());
        return new DeviceQuery(
                new ProfileReference(reference.profile(), OperatingPointRequest.in(chip, reference.point())),
                complaint(OperatingPointRequest.CLOCK, chip, named),
                complaint(OperatingPointRequest.VOLTAGE, chip, named),
                complaint(OperatingPointRequest.BATCH, chip, named));
    }

    private static Consumer<String> complaint(Key<?> key, Place chip, Place named) {
        return key.isIn(chip) ? key.at(chip)::problem : named::problem;
    }

    /** @param chip an object that follows {@link #CHIP}, with a profile that is known to be this one */
    static HardwareSpec read(Place chip, HardwareProfile profile) {
        if (profile.cores().execution() == Execution.DENSE) {
            OF_SPIKES.stream()
                    .filter(key -> key.isIn(chip))
                    .forEach(key -> key.at(chip)
                            .problem("found " + key + " for " + profile.name()
                                    + ", which runs the equivalent dense network; expected it for"
                                    + " chips of spikes only"));
        }
        CostOptions options =
                new CostOptions(PLACEMENT.in(chip), timing(chip, profile), units(chip, profile), ACTIVE.in(chip));
        return new HardwareSpec(chip.pointer(), profile, options, applied(chip, profile));
    }

    private static Applied applied(Place chip, HardwareProfile profile) {
        Applied applied = APPLY.in(chip);
        if (applied == Applied.BIT_TRUE && BitTrueChip.of(profile).isEmpty()) {
            APPLY.at(chip)
                    .problem("found bit-true for " + profile.name() + ", expected it for a chip with such a model: "
                            + Suggestions.list(BitTrueChip.all().stream()
                                    .map(BitTrueChip::profile)
                                    .toList()));
        }
        return applied;
    }

    /** Writes a chip by the name of its profile or file, and how it is used. */
    static ObjectNode write(String profile, CostOptions options) {
        ObjectNode chip = JsonNodeFactory.instance.objectNode();
        PROFILE.write(chip, profile);
        PLACEMENT.write(chip, options.placement());
        TIMING.write(chip, options.form());
        UNITS.write(chip, options.units());
        ACTIVE.write(chip, options.activeByState());
        return chip;
    }

    private static Optional<TimingForm> timing(Place chip, HardwareProfile profile) {
        if (TIMING.isIn(chip) && !(profile.cores().timeModel() instanceof BarrierTicks)) {
            TIMING.at(chip)
                    .problem("found a form of timing for " + profile.name() + ", whose ticks are "
                            + profile.cores().timeModel().name() + "; expected it for chips with a barrier only");
            return Optional.empty();
        }
        return TIMING.find(chip);
    }

    private static Map<String, List<String>> units(Place chip, HardwareProfile profile) {
        Map<String, List<String>> units = UNITS.in(chip);
        List<String> populations = chip.reading().context(DeclaredNames.class).all();
        for (String population : units.keySet()) {
            Place chosen = UNITS.at(chip).at(population);
            if (!populations.contains(population)) {
                chosen.problem("found units for \"" + population + "\", expected a population or input");
            }
            chosen.elements().forEach(unit -> checkUnit(unit, profile));
        }
        return units;
    }

    private static void checkUnit(Place unit, HardwareProfile profile) {
        List<String> known =
                profile.figures().units().stream().map(PipelineUnit::name).toList();
        if (!known.contains(unit.text())) {
            unit.problem("found \"" + unit.text() + "\", expected a unit of " + profile.name() + " ("
                    + (known.isEmpty() ? "it has none" : Suggestions.list(known)) + ")"
                    + Suggestions.hint(unit.text(), known));
        }
    }

    /**
     * A profile at an operating point, before it is looked up.
     *
     * @param device name or file of the profile, and where it is wanted
     * @param clockComplaint notes what is wrong with the clock
     * @param voltageComplaint notes what is wrong with the voltage
     * @param batchComplaint notes what is wrong with the batch
     */
    record DeviceQuery(
            ProfileReference device,
            Consumer<String> clockComplaint,
            Consumer<String> voltageComplaint,
            Consumer<String> batchComplaint) {

        /** A device that one text names. */
        static DeviceQuery of(String text, Consumer<String> complaint) {
            return new DeviceQuery(ProfileReference.parse(text), complaint, complaint, complaint);
        }

        String profile() {
            return device.profile();
        }

        boolean isFile() {
            return device.isFile();
        }

        OperatingPointRequest point() {
            return device.point();
        }
    }
}
