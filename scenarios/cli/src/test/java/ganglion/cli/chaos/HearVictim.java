package ganglion.cli.chaos;

import ganglion.cli.SoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Spikes of several sounds. */
record HearVictim() implements Victim {

    private static final int SOUNDS = 40;

    @Override
    public String name() {
        return "hear";
    }

    @Override
    public void prepare(Path input, Launch launch) throws IOException {
        Path sounds = Files.createDirectory(input.resolve("sounds"));
        for (int i = 0; i < SOUNDS; i++) {
            SoundFile.tone(sounds.resolve("tone-" + i + ".wav"), 0.1 + 0.01 * i, 8000, 16, 1);
        }
    }

    @Override
    public List<String> command() {
        return List.of("hear", INPUT + "sounds", "--out", "out");
    }

    @Override
    public Set<String> seals() {
        return Set.of();
    }
}
