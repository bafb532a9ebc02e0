package ganglion.cochlea;

import ganglion.cochlea.audio.AudioClip;
import ganglion.kernel.event.SpikeRaster;

/**
 * The output of the front end for one clip: the clip, the result of each stage, and the spikes. Frame {@code k} is tick
 * {@code k}; with causal framing it ends {@code (k + 1)} hops after the start of the clip.
 *
 * @param audio the clip at the front end's sample rate
 * @param recordedHertz sample rate of the clip before it was resampled
 * @param mel power of each band, mel or gammatone, before inhibition and gain control
 * @param drive input of the encoder, after inhibition and gain control
 * @param spikes one or more neurons per band, depending on the encoder, bands from low to high; one tick per frame
 * @param hopSeconds time from frame to frame, which is the length of a tick
 * @param bandCentresHertz frequency at the peak of each band, ascending
 */
public record CochleaOutput(
        AudioClip audio,
        double recordedHertz,
        Spectrogram mel,
        Spectrogram drive,
        SpikeRaster spikes,
        double hopSeconds,
        double[] bandCentresHertz) {

    /** Number of frames, and so of ticks, that the clip lasts. */
    public int frames() {
        return mel.frames();
    }

    /** Number of bands. */
    public int bands() {
        return mel.bands();
    }
}
