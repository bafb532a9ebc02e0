package ganglion.cochlea;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.encode.Encoders;
import ganglion.cochlea.gain.Gains;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.MelParameters.MelNorm;
import ganglion.cochlea.spectrum.MelScale;
import ganglion.cochlea.spectrum.PowerScale;
import ganglion.cochlea.spectrum.SpectrumOptions;
import ganglion.cochlea.spectrum.SpectrumOptions.Framing;
import ganglion.cochlea.spectrum.WindowFunction;
import ganglion.cochlea.transfer.EarTransfer;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;

/** The keys of the front end in documents, each with the default of {@link CochleaParameters#DEFAULT}. */
public final class CochleaKeys {

    private static final CochleaParameters DEFAULT = CochleaParameters.DEFAULT;

    private static final Key<Double> SAMPLE_RATE = Key.of("sample-rate", hertz())
            .says("Rate that recordings are resampled to before anything else.")
            .byDefault(DEFAULT.sampleRateHertz())
            .example("16 kHz");

    /** Length of a frame in seconds. */
    public static final Key<Double> WINDOW = Key.of("window", seconds())
            .says(
                    "Length of the frames that are Fourier-transformed. Longer windows separate lower notes, shorter ones respond"
                            + " faster.")
            .byDefault(DEFAULT.windowSeconds())
            .example("64 ms");

    /** Time from frame to frame in seconds. */
    public static final Key<Double> HOP = Key.of("hop", seconds())
            .says("Time from frame to frame. Each frame becomes one tick, so it must equal the clock's tick.")
            .byDefault(DEFAULT.hopSeconds())
            .example("2 ms");

    private static final Key<Integer> FFT_SIZE = Key.of(
                    "fft-size", integer().from(2).to(1 << 20).multipleOf(2))
            .titled("an even number of samples")
            .says(
                    "Samples of the Fourier transform: even, and no less than the window. Left out, it is the window's length.")
            .impliedDefault(DEFAULT.spectrum().fftSize())
            .example(1024);
    private static final Key<WindowFunction> TAPER = Key.of("taper", words("the name of a taper", WindowFunction.class))
            .says("Weights of the samples of a frame before the transform.")
            .byDefault(DEFAULT.spectrum().window())
            .example("hann");
    private static final Key<Framing> FRAMING = Key.of("framing", words("the name of a framing", Framing.class))
            .says(
                    "Which samples a frame sees: only past ones (causal), only frames that lie within the clip (within), or"
                            + " frames centred on their tick, with silence (centred) or the mirrored sound (centred-reflected) beyond"
                            + " the ends.")
            .byDefault(DEFAULT.spectrum().framing())
            .example("causal");
    private static final Key<PowerScale> POWER_SCALE = Key.of(
                    "power-scale", words("the name of a power scale", PowerScale.class))
            .says(
                    "Unit of power: a full-scale sine is 1 (full-scale), or as the transform gives it (unscaled, as in librosa).")
            .byDefault(DEFAULT.spectrum().scale())
            .example("full-scale");

    /** Which filters make the bands. */
    public static final Key<BandFilters> FILTERS = Key.of(
                    "filters", words("the name of a kind of filters", BandFilters.class))
            .says(
                    "What splits the sound into bands: triangles over power spectra (mel), gammatone filters and the power of"
                            + " their envelopes (gammatone), or gammatone filters and their positive half-waves, which with a short hop"
                            + " keep the phase of a tone (hair-cells). Window, transform, taper, power scale, framing, mel scale and mel"
                            + " norm apply to mel filters only.")
            .byDefault(DEFAULT.filters())
            .example("gammatone");

    /** Number of bands. */
    public static final Key<Integer> BANDS = Key.of(
                    "mel-bands", integer().from(1).to(MelParameters.MOST_BANDS))
            .titled("a number of bands from 1 to " + MelParameters.MOST_BANDS)
            .says("Number of frequency bands, whatever the filters. Most encoders have one neuron for each.")
            .byDefault(DEFAULT.mel().bands())
            .example(64);

    private static final Key<MelScale> MEL_SCALE = Key.of("mel-scale", words("the name of a mel scale", MelScale.class))
            .says(
                    "Pitch scale that the bands are spaced on: Slaney's or HTK's mel scale, or octaves (logarithmic), which takes a"
                            + " lowest-frequency above 0 Hz.")
            .byDefault(DEFAULT.mel().scale())
            .example("slaney");
    private static final Key<MelNorm> MEL_NORM = Key.of("mel-norm", words("the name of a mel norm", MelNorm.class))
            .says("Weight of the bands: all peak at 1 (none), or all have the same area (slaney, as in librosa).")
            .byDefault(DEFAULT.mel().norm())
            .example("none");
    private static final Key<Double> LOWEST = Key.of("lowest-frequency", hertz())
            .says("Lower edge of the lowest band.")
            .byDefault(DEFAULT.mel().minimumHertz())
            .example("80 Hz");
    private static final Key<Double> HIGHEST = Key.of("highest-frequency", hertz())
            .says("Upper edge of the highest band, at most half the sample rate. Left out, half the sample rate.")
            .impliedDefault(DEFAULT.mel().maximumHertz())
            .example("4 kHz");

    /** A front end but for its encoder, which documents have beside it. */
    public static final Key<CochleaParameters> FRONT_END = Key.of(
                    "frontend",
                    Shape.of(
                                    "settings of the front end",
                                    CochleaKeys::read,
                                    SAMPLE_RATE,
                                    WINDOW,
                                    HOP,
                                    FFT_SIZE,
                                    TAPER,
                                    FRAMING,
                                    POWER_SCALE,
                                    EarTransfer.KEY,
                                    FILTERS,
                                    BANDS,
                                    MEL_SCALE,
                                    MEL_NORM,
                                    LOWEST,
                                    HIGHEST,
                                    Gains.KEY,
                                    LateralInhibition.KEY)
                            .writtenBy(CochleaKeys::write))
            .says("How sound becomes a drive for each band. What is left out keeps its default.")
            .impliedDefault(DEFAULT)
            .exampleText("{sample-rate: 16 kHz, mel-bands: 64}");

    private CochleaKeys() {}

    private static CochleaParameters read(Place place) {
        return new CochleaParameters(
                SAMPLE_RATE.in(place),
                WINDOW.in(place),
                HOP.in(place),
                new MelParameters(
                        BANDS.in(place), LOWEST.in(place), HIGHEST.in(place), MEL_SCALE.in(place), MEL_NORM.in(place)),
                Gains.KEY.in(place),
                LateralInhibition.KEY.in(place),
                Encoders.DEFAULT,
                new SpectrumOptions(FFT_SIZE.in(place), TAPER.in(place), FRAMING.in(place), POWER_SCALE.in(place)),
                FILTERS.in(place),
                EarTransfer.KEY.in(place));
    }

    /** Number of bands of a front end, also if other settings of it are wrong. */
    static int bands(Place place) {
        return BANDS.in(place);
    }

    private static void write(CochleaParameters cochlea, ObjectNode into) {
        SAMPLE_RATE.write(into, cochlea.sampleRateHertz());
        WINDOW.write(into, cochlea.windowSeconds());
        HOP.write(into, cochlea.hopSeconds());
        FFT_SIZE.write(into, cochlea.spectrum().fftSize());
        TAPER.write(into, cochlea.spectrum().window());
        FRAMING.write(into, cochlea.spectrum().framing());
        POWER_SCALE.write(into, cochlea.spectrum().scale());
        EarTransfer.KEY.write(into, cochlea.transfer());
        FILTERS.write(into, cochlea.filters());
        MelParameters mel = cochlea.mel();
        MEL_NORM.write(into, mel.norm());
        BANDS.write(into, mel.bands());
        MEL_SCALE.write(into, mel.scale());
        LOWEST.write(into, mel.minimumHertz());
        HIGHEST.write(into, mel.maximumHertz());
        Gains.KEY.write(into, cochlea.gain());
        LateralInhibition.KEY.write(into, cochlea.inhibition());
    }
}
