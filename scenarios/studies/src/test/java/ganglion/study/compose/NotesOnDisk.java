package ganglion.study.compose;

import ganglion.cochlea.audio.wave.WaveWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A library of sine tones in a folder. */
final class NotesOnDisk {

    static final int RATE_HERTZ = 8000;

    private final Path folder;
    private final List<String> entries = new ArrayList<>();

    NotesOnDisk(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("audio"));
    }

    static double hertz(int pitch) {
        return 440 * Math.pow(2, (pitch - 69) / 12.0);
    }

    NotesOnDisk with(String family, String instrument, int pitch, int velocity) throws IOException {
        String name = String.format("%s-%03d-%03d", instrument, pitch, velocity);
        double amplitude = 0.8 * velocity * velocity / 127 / 127;
        try (WaveWriter wave = new WaveWriter(folder.resolve("audio/" + name + ".wav"), RATE_HERTZ, 1, RATE_HERTZ)) {
            for (int i = 0; i < RATE_HERTZ; i++) {
                wave.write(amplitude * Math.sin(2 * Math.PI * hertz(pitch) * i / RATE_HERTZ));
            }
        }
        return withEntry(String.format(
                "\"%s\": {\"instrument_family_str\": \"%s\", \"instrument_str\": \"%s\", \"pitch\": %d, \"velocity\": %d}",
                name, family, instrument, pitch, velocity));
    }

    NotesOnDisk withEntry(String entry) throws IOException {
        entries.add(entry);
        Files.writeString(folder.resolve("examples.json"), "{" + String.join(",\n", entries) + "}\n");
        return this;
    }

    /** Two flutes and a bass. */
    static Path band(Path folder) throws IOException {
        new NotesOnDisk(folder)
                .with("flute", "flute_a", 72, 127)
                .with("flute", "flute_a", 72, 50)
                .with("flute", "flute_a", 79, 127)
                .with("flute", "flute_b", 74, 100)
                .with("bass", "bass_a", 40, 127);
        return folder;
    }
}
