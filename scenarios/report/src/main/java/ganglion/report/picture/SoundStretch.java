package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.wave.WaveWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Some frames of a sound, to be seen and played in a page.
 *
 * @param hearing the whole sound
 * @param fromFrame first frame
 * @param untilFrame frame after the last
 */
public record SoundStretch(CochleaOutput hearing, int fromFrame, int untilFrame) {

    /** @throws IllegalArgumentException if it has no frame, or frames that the sound does not have */
    public SoundStretch {
        if (fromFrame < 0 || untilFrame <= fromFrame || untilFrame > hearing.frames()) {
            throw new IllegalArgumentException("found frames from " + fromFrame + " until " + untilFrame
                    + ", expected some of the " + hearing.frames() + " of the sound");
        }
    }

    /** The power of its bands as an image, a column for each frame, low bands at the bottom: a PNG in base64. */
    public String picture() throws IOException {
        BufferedImage whole = BandImage.power(hearing, hearing.frames());
        BufferedImage part = whole.getSubimage(fromFrame, 0, untilFrame - fromFrame, whole.getHeight());
        return BandImage.base64(part);
    }

    /**
     * The samples that its hops span, and some around them, since frames reach further than their hops: a WAV file in base64.
     *
     * @param aroundSeconds how much of the sound before and after
     */
    public String sound(double aroundSeconds) throws IOException {
        AudioClip audio = hearing.audio();
        double samplesPerHop = hearing.hopSeconds() * audio.sampleRateHertz();
        int samples = audio.samples().length;
        double around = aroundSeconds * audio.sampleRateHertz();
        int from = (int) Math.min(samples, Math.max(0, Math.round(fromFrame * samplesPerHop - around)));
        int until = (int) Math.min(samples, Math.round(untilFrame * samplesPerHop + around));
        AudioClip part = new AudioClip(Arrays.copyOfRange(audio.samples(), from, until), audio.sampleRateHertz());
        return Base64.getEncoder().encodeToString(WaveWriter.bytes(part));
    }
}
