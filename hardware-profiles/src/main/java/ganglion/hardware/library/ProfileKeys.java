package ganglion.hardware.library;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.words;

import ganglion.documents.DocumentSchema;
import ganglion.documents.key.Key;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.CoreKind;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.ChipLimits.NoLimit;
import ganglion.hardware.chip.ChipModels;
import ganglion.hardware.chip.ChipModels.Group;
import ganglion.hardware.chip.ChipModels.Listing;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.Arithmetic;
import ganglion.hardware.chip.HardwareProfile.Measurement;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.SerialTicks;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.library.ConventionalKeys.ProcessorKeys;
import ganglion.hardware.library.FigureKeys.Citations;
import ganglion.hardware.library.OperatingPointKeys.PointScale;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of a profile document. From them come its schema, its reading and its reference page. */
final class ProfileKeys {

    private enum StaticPower {
        INCLUDED,
        EXCLUDED
    }

    private static final Key<String> NAME = Key.of("profile", ProfileTypes.NAME)
            .says("Short name, as used in scenarios and on the command line.")
            .required()
            .example("loihi");
    private static final Key<String> TITLE = Key.of("title", ProfileTypes.LINE)
            .says("Full name, with process and voltage.")
            .required()
            .example("Intel Loihi (14 nm, 0.75 V)");
    private static final Key<String> DESCRIPTION = Key.of("description", ProfileTypes.LINE)
            .says("What this profile stands for, and what it does not.")
            .required()
            .example("The first Loihi, with the figures of its architects, which are pre-silicon.");
    private static final Key<String> SISTER = Key.of("sister-of", ProfileTypes.LINE)
            .says("The chip that the figures are of, where it is a sister of this one. Estimates say so, and are one"
                    + " grade lower: a chip of the same family may take a third of the energy.")
            .example("STM32U575");
    private static final Key<Execution> EXECUTION = Key.of("execution", words("a kind of execution", Execution.class))
            .says("spiking: work follows the spikes. dense: the equivalent dense network is computed whole in every"
                    + " tick.")
            .required()
            .example("spiking");

    private static final Key<String> INCLUDES = Key.of("includes", ProfileTypes.LINE)
            .says("What a total contains.")
            .required()
            .example("neuron cores, mesh and barrier of the chips in use");
    private static final Key<String> EXCLUDES = Key.of("excludes", ProfileTypes.LINE)
            .says("What a total leaves out.")
            .required()
            .example("front end, host and board");
    private static final Key<StaticPower> COUNTS_STATIC = Key.of(
                    "static-power", words("whether static power counts", StaticPower.class))
            .says("included: a total needs the static power. excluded: it is outside the boundary, as for an ideal"
                    + " process.")
            .byDefault(StaticPower.INCLUDED)
            .example("excluded");
    private static final Key<List<String>> UNKNOWN = Key.of(
                    "unknown", listOf("a list of costs", ProfileTypes.LINE).ofDifferent())
            .says("Costs inside the boundary that have no figure. Any entry leaves every total unknown: only a lower"
                    + " bound is given.")
            .byDefault(List.of())
            .example(List.of("memory traffic"));
    private static final Key<HardwareProfile.Boundary> BOUNDARY = Key.of(
                    "boundary",
                    Shape.of(
                            "an object with includes and excludes",
                            place -> new HardwareProfile.Boundary(
                                    INCLUDES.in(place),
                                    EXCLUDES.in(place),
                                    COUNTS_STATIC.in(place) == StaticPower.INCLUDED,
                                    UNKNOWN.in(place)),
                            INCLUDES,
                            EXCLUDES,
                            COUNTS_STATIC,
                            UNKNOWN))
            .says("What a total of this profile contains, and what it leaves out.")
            .required()
            .exampleText("{includes: the whole chip, excludes: host and board}");

    private static final Key<Citations> SOURCES = Key.of("sources", Citations.TYPE)
            .says("Citations, by the keys that figures refer to.")
            .required()
            .exampleText("{davies-2018: \"Davies et al. 2018, IEEE Micro 38(1)\"}");
    private static final Mesh ONE_CORE = new Mesh(1, 1, 1);
    private static final Key<Mesh> TOPOLOGY = Key.of("topology", CoreKeys.TOPOLOGY)
            .says("How the cores of one chip lie: tiles in a mesh, each with one router. Tile i lies at column i /"
                    + " height and row i mod height. With dense execution it may be left out: one core.")
            .impliedDefault(ONE_CORE)
            .exampleText("{width: 8, height: 4, cores-per-tile: 4, kind: published, source: sana-fe}");
    private static final Key<ChipLimits> LIMITS = Key.of("limits", CoreKeys.LIMITS)
            .says("What the chip can hold. A limit that is left out is unknown.")
            .byDefault(ChipLimits.UNKNOWN, Map.of())
            .exampleText("{neurons-per-core: {value: 1024, kind: published, source: davies-2018}}");
    private static final Key<ChipModels> MODELS = Key.of("models", ModelKeys.TYPE)
            .says("What the neurons and synapses of the chip compute. Of a group that is left out nothing is known."
                    + " Required with spiking execution.")
            .impliedDefault(ChipModels.UNKNOWN)
            .exampleText("{neurons: {has: [exponential-leak, bias], kind: published, source: davies-2018}}");
    private static final Key<TimeModel> TIME_MODEL = Key.of("time-model", TimeModelKeys.TYPE)
            .says("How ticks pass. With dense execution it may be left out: serial-ticks.")
            .impliedDefault(new SerialTicks())
            .exampleText("{type: deadline-ticks}");
    private static final Key<Figure> SPEED_UP = Key.of("speed-up", FigureKeys.COUNT)
            .says("Factor by which the chip's physics runs faster than the scenario's clock, for accelerated"
                    + " analogue chips.")
            .exampleText("{value: 1000, kind: published, source: stradmann-2022}");
    static final Key<Map<NumberFormat, Arithmetic>> ARITHMETIC = Key.of("arithmetic", ConventionalKeys.FORMAT_TABLE)
            .says("Energy of one addition and one multiplication of a dense network, by number format.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{float32: {add: {value: 0.9 pJ, kind: published, source: horowitz-2014},"
                    + " multiply: {value: 3.7 pJ, kind: published, source: horowitz-2014}}}");

    private static final Key<String> WHAT = Key.of("what", ProfileTypes.LINE)
            .says("What was measured.")
            .required()
            .example("one step of 768 chips");
    private static final Key<Figure> FIGURE = Key.of("figure", FigureKeys.MEASURED)
            .says("Measured energy, power or time.")
            .required()
            .exampleText("{value: 16.2 us, kind: published, source: frady-2020}");
    private static final Key<List<Measurement>> MEASUREMENTS = Key.of(
                    "measurements",
                    listOf("a list of measurements", Shape.ofRecord("a measurement", Measurement.class, WHAT, FIGURE)))
            .says("Published measurements of the whole chip, for comparison; no total is made of them.")
            .byDefault(List.of())
            .exampleText("[{what: one step, figure: {value: 16.2 us, kind: published, source: frady-2020}}]");

    private static final Shape<HardwareProfile> ROOT = Shape.of(
            "a hardware profile",
            ProfileKeys::read,
            NAME,
            TITLE,
            DESCRIPTION,
            SISTER,
            EXECUTION,
            BOUNDARY,
            SOURCES,
            OperatingPointKeys.POINT,
            PowerKeys.POWER,
            ProcessorKeys.PROCESSOR,
            SurroundingKeys.FRONT_END,
            SurroundingKeys.INPUT_OUTPUT,
            TOPOLOGY,
            LIMITS,
            MODELS,
            TIME_MODEL,
            SPEED_UP,
            OperationKeys.ENERGY,
            OperationKeys.TIME,
            OperationKeys.UNITS,
            ARITHMETIC,
            ConventionalKeys.MEMORY,
            MEASUREMENTS);

    private ProfileKeys() {}

    /** The JSON Schema of a profile. */
    static DocumentSchema schema() {
        return SchemaWriter.schema(
                "urn:ganglion:hardware-profile:1",
                "A chip, with evidence for every figure. A figure that is unknown is left out; it is never written as"
                        + " zero.",
                ROOT);
    }

    /** Reads a document that follows the schema, at the operating point that the reading was given; problems that the schema cannot see are noted in the reading. */
    static HardwareProfile read(Place root) {
        root.reading().setContext(Citations.class, SOURCES.in(root));
        PointScale scale = OperatingPointKeys.scale(root);
        root.reading().setContext(PointScale.class, scale);
        HardwareProfile profile = new HardwareProfile(
                new HardwareProfile.About(
                        scale.named(NAME.in(root)),
                        scale.titled(TITLE.in(root)
                                + SISTER.find(root)
                                        .map(other -> " (by figures of " + other + ", a sister chip)")
                                        .orElse("")),
                        DESCRIPTION.in(root),
                        MEASUREMENTS.in(root),
                        root.reading().context(Citations.class).byKey(),
                        SISTER.find(root)),
                BOUNDARY.in(root),
                new HardwareProfile.Cores(
                        EXECUTION.in(root),
                        TOPOLOGY.in(root),
                        LIMITS.in(root),
                        MODELS.in(root),
                        TIME_MODEL.in(root),
                        SPEED_UP.find(root)),
                new HardwareProfile.Figures(
                        scale.used(),
                        PowerKeys.POWER.in(root),
                        OperationKeys.ENERGY.in(root),
                        OperationKeys.TIME.in(root),
                        OperationKeys.UNITS.in(root)),
                new HardwareProfile.Conventional(
                        ARITHMETIC.in(root), ConventionalKeys.levels(root), ProcessorKeys.PROCESSOR.find(root)),
                new HardwareProfile.Surroundings(
                        SurroundingKeys.FRONT_END.find(root), SurroundingKeys.INPUT_OUTPUT.find(root)));
        OperationKeys.check(root, profile);
        checkExecution(root, profile);
        new DeviceRules(root, profile).check();
        return profile;
    }

    /**
     * The dense network runs on one processor: only serial ticks can time it, and they can time nothing else. A chip of spikes
     * must say how its cores lie, what they compute, and how its ticks pass.
     */
    private static void checkExecution(Place root, HardwareProfile profile) {
        boolean dense = profile.cores().execution() == Execution.DENSE;
        for (Key<?> key : List.of(TOPOLOGY, MODELS, TIME_MODEL)) {
            if (!dense && !key.isIn(root)) {
                root.problem("found no \"" + key + "\", which is required with spiking execution");
            }
        }
        if (TIME_MODEL.isIn(root) && dense != profile.cores().timeModel() instanceof SerialTicks) {
            TIME_MODEL
                    .at(root)
                    .at("type")
                    .problem("found " + profile.cores().timeModel().name() + ", expected "
                            + (dense ? "serial-ticks with dense execution" : "another type with spiking execution"));
        }
    }

    /** The keys of a chip's cores: how they lie, and what they hold. */
    private static final class CoreKeys {

        private static final Key<Integer> WIDTH = Key.of("width", ProfileTypes.SIZE)
                .says("Tiles from west to east.")
                .required()
                .example(8);
        private static final Key<Integer> HEIGHT = Key.of("height", ProfileTypes.SIZE)
                .says("Tiles from south to north.")
                .required()
                .example(4);
        private static final Key<Integer> CORES_PER_TILE = Key.of("cores-per-tile", ProfileTypes.SIZE)
                .says("Cores that share a router.")
                .required()
                .example(4);

        /** The mesh of one chip. */
        static final Shape<Mesh> TOPOLOGY = Shape.of(
                "an object with width, height, cores-per-tile, kind and source",
                CoreKeys::mesh,
                WIDTH,
                HEIGHT,
                CORES_PER_TILE,
                FigureKeys.KIND,
                FigureKeys.SOURCE,
                FigureKeys.AT,
                FigureKeys.NOTE);

        private static final Key<List<Limit>> ARE = Key.of(
                        "are",
                        listOf("a list of limits", words("a limit", Limit.class))
                                .ofDifferent())
                .says("The limits.")
                .required()
                .example(List.of("fan-out"));
        private static final Key<Map<Limit, NoLimit>> NONE = Key.of(
                        "none",
                        Shape.of(
                                "an object with are, kind and source",
                                CoreKeys::none,
                                ARE,
                                FigureKeys.KIND,
                                FigureKeys.SOURCE,
                                FigureKeys.AT,
                                FigureKeys.NOTE))
                .says("Limits that the chip is known not to have, beyond its memory.")
                .byDefault(Map.of(), Map.of())
                .exampleText("{are: [fan-out], kind: published, source: davies-2018}");
        private static final Map<Limit, Key<Figure>> BY_LIMIT = keys();
        private static final Key<Integer> CORES = number("cores", "Cores of this kind on a chip.", 2);
        private static final Key<Integer> NEURONS = number("neurons", "Neurons on each.", 16384);
        private static final Key<Integer> SYNAPSES = number("synapses", "Synapses into each.", 65536);

        private static final Key<List<CoreKind>> KINDS = Key.of(
                        "core-kinds",
                        listOf(
                                "a list of kinds of cores",
                                Shape.of(
                                        "an object with a number of cores and what each holds",
                                        CoreKeys::kind,
                                        CORES,
                                        NEURONS,
                                        SYNAPSES,
                                        FigureKeys.KIND,
                                        FigureKeys.SOURCE,
                                        FigureKeys.AT)))
                .says("Kinds of cores of a chip whose cores differ; the limits of a core are those of the smallest"
                        + " then. Layers of an activity file that have no room on those get a core each.")
                .byDefault(List.of(), List.of())
                .exampleText("[{cores: 2, neurons: 16384, synapses: 65536, kind: published, source: sinabs, at:"
                        + " get_constraints}]");

        /** The limits of a chip. */
        static final Shape<ChipLimits> LIMITS = Shape.of(
                "an object of limits", CoreKeys::limits, Shape.keys(List.copyOf(BY_LIMIT.values()), NONE, KINDS));

        private CoreKeys() {}

        private static Map<Limit, Key<Figure>> keys() {
            Map<Limit, Key<Figure>> keys = new EnumMap<>(Limit.class);
            for (Limit limit : Limit.values()) {
                keys.put(
                        limit,
                        Key.of(limit.word(), limit.isMemory() ? FigureKeys.MEMORY : FigureKeys.COUNT)
                                .says(limit.meaning())
                                .exampleText("{value: " + limit.example() + ", kind: published, source: davies-2018}"));
            }
            return keys;
        }

        private static ChipLimits limits(Place place) {
            Map<Limit, Figure> known = new EnumMap<>(Limit.class);
            BY_LIMIT.forEach((limit, key) -> key.find(place).ifPresent(figure -> known.put(limit, figure)));
            Map<Limit, NoLimit> none = NONE.in(place);
            none.keySet().stream()
                    .filter(known::containsKey)
                    .forEach(
                            limit -> NONE.at(place).problem("found " + limit.word() + ", which has a value beside it"));
            return new ChipLimits(known, none, KINDS.in(place));
        }

        private static CoreKind kind(Place place) {
            FigureKeys.citation(place);
            return new CoreKind(CORES.in(place), NEURONS.in(place), SYNAPSES.in(place));
        }

        private static Key<Integer> number(String name, String meaning, int example) {
            return Key.of(name, integer().from(1).to(Mesh.MOST_CORES))
                    .says(meaning)
                    .required()
                    .example(example);
        }

        private static Map<Limit, NoLimit> none(Place place) {
            NoLimit evidence = new NoLimit(
                    FigureKeys.KIND.in(place),
                    FigureKeys.citation(place),
                    FigureKeys.NOTE.find(place).orElse(""));
            return ARE.in(place).stream().collect(Collectors.toMap(limit -> limit, limit -> evidence));
        }

        private static Mesh mesh(Place place) {
            FigureKeys.citation(place);
            int width = WIDTH.in(place);
            int height = HEIGHT.in(place);
            int coresPerTile = CORES_PER_TILE.in(place);
            if ((long) width * height * coresPerTile > Mesh.MOST_CORES) {
                place.problem("found more than " + Mesh.MOST_CORES + " cores, the most that is modelled");
                return new Mesh(1, 1, 1);
            }
            return new Mesh(width, height, coresPerTile);
        }
    }

    /** The keys of what a chip computes. */
    private static final class ModelKeys {

        static final Type<ChipModels> TYPE;

        static {
            Shape<Map<Group, Listing>> groups =
                    Shape.table("an object of neurons, synapses and resets", List.of(Group.values()), ModelKeys::key);
            TYPE = readAs(groups, place -> new ChipModels(groups.read(place)));
        }

        private ModelKeys() {}

        private static Key<Listing> key(Group group) {
            List<Trait> traits = Arrays.stream(Trait.values())
                    .filter(trait -> trait.group() == group && trait.isListed())
                    .toList();
            Type<List<Trait>> type = listOf("a list of " + group.label(), words("a trait of a chip", traits))
                    .ofDifferent();
            Key<List<Trait>> has = Key.of("has", type)
                    .says("What the chip has. What stands in neither list it does not have.")
                    .required()
                    .example(List.of(traits.get(0).word()));
            Key<List<Trait>> unknown = Key.of("unknown", type)
                    .says("Of which the source says nothing.")
                    .byDefault(List.of())
                    .example(List.of(traits.get(1).word()));
            return Key.of(
                            group.word(),
                            Shape.of(
                                    "an object with has, kind and source",
                                    place -> listing(place, has.in(place), unknown.in(place)),
                                    has,
                                    unknown,
                                    FigureKeys.KIND,
                                    FigureKeys.SOURCE,
                                    FigureKeys.AT,
                                    FigureKeys.NOTE))
                    .says(group.meaning())
                    .exampleText("{has: [" + traits.get(0).word() + "], kind: published, source: davies-2018}");
        }

        private static Listing listing(Place place, List<Trait> has, List<Trait> unknown) {
            unknown.stream()
                    .filter(has::contains)
                    .forEach(trait ->
                            place.problem("found " + trait.word() + " in has and in unknown, expected it once"));
            return new Listing(
                    Set.copyOf(has),
                    Set.copyOf(unknown),
                    FigureKeys.KIND.in(place),
                    FigureKeys.citation(place),
                    FigureKeys.NOTE.find(place).orElse(""));
        }
    }

    /** Checks what no schema can: that the parts of a profile are those of one device that can be estimated. */
    private static final class DeviceRules {

        private final Place root;
        private final HardwareProfile profile;

        DeviceRules(Place root, HardwareProfile profile) {
            this.root = root;
            this.profile = profile;
        }

        void check() {
            checkPowersAscend();
            checkNothingIsPaidTwice();
            checkFrontEndHasOneSite();
            checkDenseNetworksCanRun();
        }

        private void checkPowersAscend() {
            Optional<PowerStates.State> below = Optional.empty();
            for (PowerStates.State state : PowerStates.State.values()) {
                Optional<Figure> power = profile.figures().power().of(state);
                if (power.isPresent() && below.isPresent()) {
                    Figure least = profile.figures().power().of(below.get()).orElseThrow();
                    if (power.get().value() < least.value()) {
                        power(state)
                                .problem("found " + power.get().text() + ", expected at least the " + least.text()
                                        + " of " + below.get().word());
                    }
                }
                below = power.isPresent() ? Optional.of(state) : below;
            }
        }

        private Place power(PowerStates.State state) {
            return PowerKeys.POWER.at(root).at(state.word());
        }

        private void checkNothingIsPaidTwice() {
            List<Key<?>> prices = List.of(OperationKeys.ENERGY, OperationKeys.UNITS, ProfileKeys.ARITHMETIC);
            for (Key<?> price : prices) {
                if (profile.figures().power().run().isPresent() && price.isIn(root)) {
                    power(PowerStates.State.RUN)
                            .problem("found the power of a device at work beside " + price
                                    + ", expected one of the two: the energy of work would count twice");
                    return;
                }
            }
        }

        private void checkFrontEndHasOneSite() {
            boolean itself = !profile.conventional()
                    .processor()
                    .map(Processor::signal)
                    .map(Map::isEmpty)
                    .orElse(true);
            if (itself && profile.surroundings().frontEnd().orElse(null) instanceof FrontEndSite.Beside) {
                SurroundingKeys.FRONT_END
                        .at(root)
                        .problem("found a processor beside a device that has times of signal processing itself,"
                                + " expected one of the two");
            }
        }

        private void checkDenseNetworksCanRun() {
            boolean can = profile.conventional().processor().isPresent()
                    || !profile.conventional().arithmetic().isEmpty()
                    || profile.figures().energy().containsKey(Operation.MULTIPLY_ACCUMULATE);
            if (profile.cores().execution() == Execution.DENSE && !can) {
                root.problem(
                        "found a device of dense execution with neither \"processor\" nor \"arithmetic\", expected one"
                                + " of them: nothing says what a network takes");
            }
        }
    }
}
