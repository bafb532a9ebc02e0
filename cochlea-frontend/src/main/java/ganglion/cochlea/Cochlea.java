package ganglion.cochlea;

import ganglion.cochlea.audio.Resampler;
import ganglion.cochlea.encode.Encoding;
import ganglion.cochlea.encode.SpikeSink;
import ganglion.cochlea.spectrum.MelFilterBank;
import ganglion.cochlea.spectrum.PowerSpectrum;
import ganglion.kernel.event.SpikeRaster;
import java.util.Objects;

/** The front end as a whole: a clip goes in, spikes come out. Immutable and thread safe. */
public final class Cochlea {

    /** Most values (frames times bands) of a spectrogram: 1 GiB. */
    private static final long MOST_VALUES = 1L << 27;

    private final CochleaParameters parameters;
    private final MelFilterBank bank;

    /** @param parameters what to hear and how */
    public Cochlea(CochleaParameters parameters) {
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        int fftSize = parameters.spectrum().fftSizeFor(parameters.windowSamples());
        this.bank = new MelFilterBank(parameters.mel(), parameters.sampleRateHertz(), fftSize);
    }

    /** The parameters that this ear was made with. */
    public CochleaParameters parameters() {
        return parameters;
    }

    /**
     * Hears a clip of any sample rate. Silence gives no spikes; a clip shorter than a hop gives no frames.
     *
     * @throws IllegalArgumentException if the clip has too many frames for the memory, or its rate is outside 100 Hz to 1 MHz
     */
    public Hearing hear(AudioClip clip) {
        AudioClip audio = resampled(clip);
        double[] mel = melPowers(audio.samples());
        double[] drive = mel.clone();
        parameters.inhibition().apply(drive, bank.bands());
        parameters.gain().apply(drive, bank.bands());
        return new Hearing(
                audio,
                new Spectrogram(bank.bands(), mel),
                new Spectrogram(bank.bands(), drive),
                spikes(drive),
                parameters.hopSeconds(),
                bank.centresHertz());
    }

    private AudioClip resampled(AudioClip clip) {
        if (clip.sampleRateHertz() == parameters.sampleRateHertz()) {
            return clip;
        }
        Resampler resampler = new Resampler(clip.sampleRateHertz(), parameters.sampleRateHertz());
        return new AudioClip(resampler.resample(clip.samples()), parameters.sampleRateHertz());
    }

    private double[] melPowers(double[] samples) {
        PowerSpectrum spectrum =
                new PowerSpectrum(parameters.windowSamples(), parameters.hopSamples(), parameters.spectrum());
        int frames = spectrum.frames(samples.length);
        if ((long) frames * bank.bands() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    frames + " frames of " + bank.bands() + " bands are too many, expected at most " + MOST_VALUES
                            + " values: choose a longer hop or a shorter clip");
        }
        double[] mel = new double[frames * bank.bands()];
        double[] power = new double[spectrum.bins()];
        for (int frame = 0; frame < frames; frame++) {
            spectrum.compute(samples, frame, power);
            bank.apply(power, mel, frame * bank.bands());
        }
        return mel;
    }

    private SpikeRaster spikes(double[] drive) {
        int bands = bank.bands();
        SpikeRaster.Builder raster = SpikeRaster.builder(parameters.encoder().neurons(bands));
        SpikeSink sink = raster::add;
        Encoding encoding = parameters.encoder().start(bands);
        for (int tick = 0; tick * bands < drive.length; tick++) {
            encoding.encode(drive, tick * bands, tick, sink);
        }
        return raster.build();
    }
}
