package ganglion.study.compose;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.resample.Resampler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Recordings at another pitch: played faster or slower, as a tape is, by resampling. Keeps the last few recordings and
 * resamplers, as scores repeat themselves.
 */
final class RecordedNotes {

    private static final int KEPT_RECORDINGS = 32;
    private static final int KEPT_RESAMPLERS = 8;
    private static final double SEMITONES = 12;

    private final double rateHertz;
    private final Map<Path, AudioClip> recordings = latest(KEPT_RECORDINGS);
    private final Map<Speed, Resampler> resamplers = latest(KEPT_RESAMPLERS);

    private record Speed(double recordedHertz, int semitones) {}

    /** @param rateHertz of the mixture */
    RecordedNotes(double rateHertz) {
        this.rateHertz = rateHertz;
    }

    private static <K, V> Map<K, V> latest(int kept) {
        return new LinkedHashMap<>(kept, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > kept;
            }
        };
    }

    /**
     * A recording at another pitch.
     *
     * @param semitones upwards if positive
     * @param mostSamples number of samples that are needed
     * @throws ComposeException if its file cannot be read
     */
    double[] samples(WaveRecording recording, int semitones, int mostSamples) throws ComposeException {
        AudioClip clip = recordings.get(recording.file());
        if (clip == null) {
            try {
                clip = AudioFiles.read(recording.file());
            } catch (AudioFormatException e) {
                throw new ComposeException(recording.file(), e.getMessage());
            }
            recordings.put(recording.file(), clip);
        }
        double outputHertz = rateHertz * StrictMath.pow(2, -semitones / SEMITONES);
        Resampler resampler = resamplers.computeIfAbsent(
                new Speed(clip.sampleRateHertz(), semitones), speed -> new Resampler(speed.recordedHertz, outputHertz));
        double needed = mostSamples * clip.sampleRateHertz() / outputHertz + resampler.delaySamples() + 1;
        double[] beginning = Arrays.copyOf(clip.samples(), (int) Math.min(clip.samples().length, Math.ceil(needed)));
        double[] moved = resampler.resample(beginning);
        return Arrays.copyOf(moved, Math.min(moved.length, mostSamples));
    }
}
