package ganglion.cli.option;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.cli.option.KeyOption.KindWords;
import ganglion.cochlea.BandFilters;
import ganglion.cochlea.CochleaKeys;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.Encoders;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.gain.GainControl;
import ganglion.cochlea.gain.Gains;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.transfer.EarTransfer;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that choose the front end, by the keys that scenarios use. Finer settings are left to scenarios. */
public final class CochleaOptions {

    private static final CochleaParameters DEFAULT = CochleaParameters.DEFAULT;

    private static final long USUAL_SEED = 42;

    /** Gain controls that have a default for all their keys. */
    private static final KindWords<GainControl> GAINS = new KindWords<>(
            Gains.KINDS.kinds().stream().filter(kind -> hasDefaults(kind.key())).toList(),
            key -> JsonNodeFactory.instance.objectNode());

    /** Encoders that give spikes, as the examples of their keys set them. */
    private static final KindWords<SpikeEncoder> ENCODERS =
            spiking(new KindWords<>(Encoders.KINDS.kinds(), Key::example));

    private final KeyOption<String> gain = KeyOption.ofKinds("--gain", Gains.KEY, GAINS);
    private final KeyOption<String> encoder = KeyOption.ofKinds("--encoder", Encoders.KEY, ENCODERS);
    private final KeyOption<BandFilters> filters = KeyOption.of("--filters", "KIND", CochleaKeys.FILTERS);
    private final KeyOption<EarTransfer> transfer = KeyOption.of("--ear-transfer", "KIND", EarTransfer.KEY);
    private final KeyOption<Integer> bands = KeyOption.of("--bands", "N", CochleaKeys.BANDS);
    private final KeyOption<Integer> inhibition = KeyOption.of("--inhibition", "WIDTH", LateralInhibition.WIDTH);
    private final KeyOption<Double> hop = KeyOption.of(
            "--hop", "TIME", CochleaKeys.HOP.says("Time from frame to frame, which is the length of a tick."));
    private final KeyOption<Double> window = KeyOption.of("--window", "TIME", CochleaKeys.WINDOW);

    @Option(names = "--seed", paramLabel = "N", description = "Seed of Poisson spikes; by default " + USUAL_SEED + ".")
    private Long seed;

    @Spec
    void addTo(CommandSpec own) {
        all().map(KeyOption::spec).forEach(own::addOption);
    }

    /** Whether any of them was given. */
    public boolean given() {
        return seed != null || all().anyMatch(KeyOption::given);
    }

    private Stream<KeyOption<?>> all() {
        return Stream.of(gain, encoder, filters, transfer, bands, inhibition, hop, window);
    }

    private static boolean hasDefaults(Key<?> key) {
        return key.type() instanceof Shape<?> shape && shape.keys().stream().noneMatch(Key::isRequired);
    }

    private static KindWords<SpikeEncoder> spiking(KindWords<SpikeEncoder> all) {
        return new KindWords<>(
                all.kinds().stream()
                        .filter(kind ->
                                all.read(kind.key().name(), 0).currents().isEmpty())
                        .toList(),
                all.parameters());
    }

    /**
     * The front end that was chosen.
     *
     * @throws IllegalArgumentException if numbers do not fit each other
     */
    public CochleaParameters parameters() {
        long seedOfSpikes = seed == null ? USUAL_SEED : seed;
        return DEFAULT.withFrames(DEFAULT.sampleRateHertz(), window.value(), hop.value())
                .withMel(MelParameters.of(bands.value()))
                .withGain(GAINS.read(gain.value(), seedOfSpikes))
                .withInhibition(new LateralInhibition(
                        inhibition.value(), DEFAULT.inhibition().strength()))
                .withEncoder(ENCODERS.read(encoder.value(), seedOfSpikes))
                .withFilters(filters.value())
                .withTransfer(transfer.value());
    }
}
