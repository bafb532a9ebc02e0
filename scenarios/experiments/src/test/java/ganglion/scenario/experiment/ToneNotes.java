package ganglion.scenario.experiment;

import ganglion.cochlea.audio.wave.WaveWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Folders of sine tones: a class per pitch, each note a little off it. */
public final class ToneNotes {

    /** Sample rate of all notes. */
    public static final int RATE_HERTZ = 8000;

    /** Pitches that are far apart in the bands of the mel scale. */
    public static final Map<String, Integer> PITCHES_HERTZ = Map.of("bass", 200, "flute", 800, "piccolo", 2400);

    private ToneNotes() {}

    /** Writes some notes per class into a folder with one folder per class. */
    public static Path write(Path folder, int perClass, double seconds) throws IOException {
        for (Map.Entry<String, Integer> pitch : PITCHES_HERTZ.entrySet()) {
            for (int i = 0; i < perClass; i++) {
                note(
                        folder.resolve(pitch.getKey()).resolve(pitch.getKey() + "-" + i + ".wav"),
                        pitch.getValue() + 7 * i,
                        seconds);
            }
        }
        return folder;
    }

    /** Writes a single tone. */
    public static Path note(Path file, double hertz, double seconds) throws IOException {
        Files.createDirectories(file.getParent());
        int samples = (int) Math.round(seconds * RATE_HERTZ);
        try (WaveWriter wave = new WaveWriter(file, RATE_HERTZ, 1, samples)) {
            for (int i = 0; i < samples; i++) {
                wave.write(0.5 * Math.sin(2 * Math.PI * hertz * i / RATE_HERTZ));
            }
        }
        return file;
    }
}
