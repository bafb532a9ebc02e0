package ganglion.cochlea;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.encode.Encoding;
import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;
import ganglion.cochlea.resample.Resampler;
import ganglion.kernel.event.SpikeRaster;
import java.util.Objects;

/**
 * The front end as a whole: a clip goes in, spikes come out. Thread safe. {@link CochleaStream} is for sound that is still
 * going on.
 */
public final class Cochlea {

    private final CochleaParameters parameters;
    private final BandAnalysis analysis;

    /** @param parameters bands, gain control, inhibition and encoder */
    public Cochlea(CochleaParameters parameters) {
        this.parameters = Objects.requireNonNull(parameters, "parameters");
        this.analysis = new BandAnalysis(parameters);
    }

    /** The parameters of this front end. */
    public CochleaParameters parameters() {
        return parameters;
    }

    /** Frequencies at the peaks of the bands, ascending. */
    public double[] bandCentresHertz() {
        return analysis.centresHertz();
    }

    /**
     * Turns a clip of any sample rate into spikes. Silence gives no spikes; a clip shorter than a hop gives no frames.
     *
     * @throws IllegalArgumentException if the clip has too many frames for the memory, or its rate is outside 100 Hz to 1 MHz
     */
    public CochleaOutput hear(AudioClip clip) {
        AudioClip audio = resampled(clip);
        int bands = analysis.bands();
        double[] powers = analysis.powers(audio.samples());
        double[] drive = powers.clone();
        parameters.inhibition().apply(drive, bands);
        parameters.gain().apply(drive, bands, parameters.hopSeconds());
        return new CochleaOutput(
                audio,
                clip.sampleRateHertz(),
                new Spectrogram(bands, powers),
                new Spectrogram(bands, drive),
                spikes(drive),
                parameters.hopSeconds(),
                analysis.centresHertz());
    }

    private AudioClip resampled(AudioClip clip) {
        if (clip.sampleRateHertz() == parameters.sampleRateHertz()) {
            return clip;
        }
        Resampler resampler = Resampler.between(clip.sampleRateHertz(), parameters.sampleRateHertz());
        return new AudioClip(resampler.resample(clip.samples()), parameters.sampleRateHertz());
    }

    private SpikeRaster spikes(double[] drive) {
        int bands = analysis.bands();
        SpikeRaster.Builder raster = SpikeRaster.builder(parameters.encoder().neurons(bands));
        SpikeSink sink = raster::add;
        Encoding encoding = parameters.encoder().start(bands);
        for (int tick = 0; tick * bands < drive.length; tick++) {
            encoding.encode(drive, tick * bands, tick, sink);
        }
        return raster.build();
    }
}
