package ganglion.scenario.clip;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.adjust.AdjustedHearing;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.scenario.model.Input;
import java.util.Arrays;

/** The cochlea of one input, for its sound files one by one. Safe to share between threads. */
final class ClipCochlea {

    private final Input.Audio input;
    private final AdjustedHearing cochlea;

    ClipCochlea(Input.Audio input) {
        this.input = input;
        this.cochlea = new AdjustedHearing(new Cochlea(input.cochlea()), input.adjustments());
    }

    /** @throws AudioFormatException if the clip cannot be read, or is shorter than one tick */
    CochleaOutput hear(Input.Clip clip) throws AudioFormatException {
        CochleaOutput output = cochlea.hear(cut(AudioFiles.read(clip.file().resolved())));
        if (output.frames() < input.framesPerTick()) {
            throw new AudioFormatException("found " + output.audio().durationSeconds()
                    + " s of sound, expected at least one tick of "
                    + output.hopSeconds() * input.framesPerTick() + " s");
        }
        return output;
    }

    private AudioClip cut(AudioClip clip) {
        double samples = input.clipSeconds().orElse(Double.POSITIVE_INFINITY) * clip.sampleRateHertz();
        return samples >= clip.samples().length
                ? clip
                : new AudioClip(Arrays.copyOf(clip.samples(), (int) Math.round(samples)), clip.sampleRateHertz());
    }
}
