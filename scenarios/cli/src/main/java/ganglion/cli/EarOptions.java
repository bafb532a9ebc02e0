package ganglion.cli;

import ganglion.cochlea.BandFilters;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.FirstSpikeEncoder;
import ganglion.cochlea.encode.LevelCrossingEncoder;
import ganglion.cochlea.encode.LifEncoder;
import ganglion.cochlea.encode.PhaseLockedEncoder;
import ganglion.cochlea.encode.PoissonEncoder;
import ganglion.cochlea.encode.PopulationEncoder;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.gain.DecibelDrive;
import ganglion.cochlea.gain.GainControl;
import ganglion.cochlea.gain.LogCompression;
import ganglion.cochlea.gain.NormalisedPower;
import ganglion.cochlea.gain.PerChannelEnergy;
import ganglion.cochlea.gain.RunningMaximum;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that choose the ear, by the names that scenarios use. Finer settings are a scenario's. */
final class EarOptions {

    private static final CochleaParameters DEFAULT = CochleaParameters.DEFAULT;

    private static final Map<String, GainControl> GAINS = new TreeMap<>(Map.of(
            "normalised", NormalisedPower.DEFAULT,
            "running-maximum", RunningMaximum.DEFAULT,
            "decibels", DecibelDrive.DEFAULT,
            "logarithmic", LogCompression.DEFAULT,
            "per-channel-energy", PerChannelEnergy.DEFAULT));

    /** The kinds of encoders, with plain settings. */
    enum EncoderKind {
        LIF,
        LEVEL_CROSSING,
        FIRST_SPIKE,
        POISSON,
        PHASE_LOCKED,
        POPULATION;

        SpikeEncoder encoder(long seed) {
            return switch (this) {
                case LIF -> LifEncoder.STUDY;
                case LEVEL_CROSSING -> new LevelCrossingEncoder(0.1);
                case FIRST_SPIKE -> new FirstSpikeEncoder(32, 0.05);
                case POISSON -> new PoissonEncoder(0.2, seed);
                case PHASE_LOCKED -> new PhaseLockedEncoder(0.05, 0);
                case POPULATION -> new PopulationEncoder(5);
            };
        }
    }

    @Option(
            names = "--gain",
            paramLabel = "KIND",
            description =
                    "From power to drive: normalised, running-maximum, decibels, logarithmic or per-channel-energy. By default normalised, or running-maximum for"
                            + " a stream.")
    private String gain;

    @Option(
            names = "--encoder",
            paramLabel = "KIND",
            converter = EncoderName.class,
            description =
                    "From drive to spikes: lif (the default), level-crossing (steps of 0.1), first-spike (windows of"
                            + " 32 ticks), poisson (0.2 spikes a tick at drive 1), phase-locked or population (5 neurons a band).")
    private EncoderKind encoder = EncoderKind.LIF;

    @Option(
            names = "--filters",
            paramLabel = "KIND",
            converter = FiltersName.class,
            description = "What parts sound into bands: mel (the default), gammatone or hair-cells.")
    private BandFilters filters = BandFilters.MEL;

    @Option(names = "--bands", paramLabel = "N", description = "Number of bands; by default 64.")
    private int bands = DEFAULT.mel().bands();

    @Option(
            names = "--inhibition",
            paramLabel = "WIDTH",
            description = "Bands that inhibit each other, an odd number; by default 5, and 1 for none.")
    private int inhibition = DEFAULT.inhibition().width();

    @Option(
            names = "--hop",
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "Time from frame to frame, which is the length of a tick; by default 2 ms.")
    private double hopSeconds = DEFAULT.hopSeconds();

    @Option(
            names = "--window",
            paramLabel = "TIME",
            converter = Seconds.class,
            description =
                    "Length of a frame; by default 32 ms. Longer ones tell lower notes apart, shorter ones are quicker.")
    private double windowSeconds = DEFAULT.windowSeconds();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of Poisson spikes; by default 42.")
    private long seed = 42;

    /**
     * The ear that was chosen.
     *
     * @param gainOtherwise the kind of gain control if none was chosen
     * @throws IllegalArgumentException if a choice does not exist or a number is out of its range
     */
    CochleaParameters parameters(String gainOtherwise) {
        String kind = gain == null ? gainOtherwise : gain;
        if (!GAINS.containsKey(kind)) {
            throw new IllegalArgumentException("found the gain '" + kind + "', expected one of " + GAINS.keySet());
        }
        return DEFAULT.withFrames(DEFAULT.sampleRateHertz(), windowSeconds, hopSeconds)
                .withMel(MelParameters.of(bands))
                .withGain(GAINS.get(kind))
                .withInhibition(
                        new LateralInhibition(inhibition, DEFAULT.inhibition().strength()))
                .withEncoder(encoder.encoder(seed))
                .withFilters(filters);
    }

    /** Times with units, as in scenarios. */
    static final class Seconds implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            try {
                return TickLength.seconds(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Names of encoders as in scenarios. */
    static final class EncoderName implements ITypeConverter<EncoderKind> {

        @Override
        public EncoderKind convert(String text) {
            return constant(EncoderKind.values(), text);
        }
    }

    /** Names of filters as in scenarios. */
    static final class FiltersName implements ITypeConverter<BandFilters> {

        @Override
        public BandFilters convert(String text) {
            return constant(BandFilters.values(), text);
        }
    }

    private static <E extends Enum<E>> E constant(E[] constants, String text) {
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("found '" + text + "', expected one of "
                        + Arrays.stream(constants).map(EarOptions::word).toList()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
