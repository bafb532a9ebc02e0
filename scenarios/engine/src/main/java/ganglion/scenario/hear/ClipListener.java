package ganglion.scenario.hear;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.scenario.model.Input;
import java.util.Arrays;

/** Hears single clips of one input. Safe to share between threads. */
final class ClipListener {

    private final Input.Audio input;
    private final Cochlea cochlea;

    ClipListener(Input.Audio input) {
        this.input = input;
        this.cochlea = new Cochlea(input.cochlea());
    }

    /** @throws AudioFormatException if the clip cannot be read, or gives no frame */
    CochleaOutput hear(Input.Clip clip) throws AudioFormatException {
        CochleaOutput hearing = cochlea.hear(cut(AudioFiles.read(clip.file().resolved())));
        if (hearing.frames() < input.framesPerTick()) {
            throw new AudioFormatException("found " + hearing.audio().durationSeconds()
                    + " s of sound, expected at least one tick of "
                    + hearing.hopSeconds() * input.framesPerTick() + " s");
        }
        return hearing;
    }

    private AudioClip cut(AudioClip clip) {
        double samples = input.clipSeconds().orElse(Double.POSITIVE_INFINITY) * clip.sampleRateHertz();
        return samples >= clip.samples().length
                ? clip
                : new AudioClip(Arrays.copyOf(clip.samples(), (int) Math.round(samples)), clip.sampleRateHertz());
    }
}
