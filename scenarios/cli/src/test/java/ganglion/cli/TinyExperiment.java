package ganglion.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** High and low tones, and an experiment that learns to tell them apart in a second. */
public final class TinyExperiment {

    private static final int RATE_HERTZ = 8000;
    private static final double SECONDS = 0.2;
    private static final int GROUPS = 4;

    private final Path folder;

    public TinyExperiment(Path folder) throws IOException {
        this.folder = folder;
        for (int group = 0; group < GROUPS; group++) {
            for (int take = 0; take < 3; take++) {
                tone("train/low/player" + group + "/low-" + group + take, 200 + 20 * group + 9 * take);
                tone("train/high/player" + group + "/high-" + group + take, 2000 + 200 * group + 90 * take);
            }
        }
        for (int take = 0; take < 4; take++) {
            tone("test/low/test-low-" + take, 230 + 21 * take);
            tone("test/high/test-high-" + take, 2100 + 210 * take);
        }
        write("numbers.yaml", text("numbers", "as: drive", "integrator, beta: 0.9", "mean-membrane", 2));
        write(
                "expression.yaml",
                text(
                        "expression",
                        "as: contour-and-expression\n  frames-per-step: 2\n  contour: {range-db: 50, lags: [1]}\n  coefficients: 5",
                        "integrator, beta: 0.9",
                        "mean-membrane",
                        2));
        write("spikes.yaml", text("spikes", "as: spikes", "leaky, beta: 0.9", "count", 2));
        String single = text("single", "as: spikes", "leaky, beta: 0.9", "count", 1)
                .replace("{kind: cross-entropy-count}", "{kind: squared-rate}");
        write("single.yaml", single);
    }

    private static String text(String name, String features, String output, String measure, int outputs) {
        return """
                experiment: %s
                description: Is a tone <high> or low?
                seed: 3
                data:
                  training: {kind: folders, path: train}
                  hold-out: {share: 0.25}
                  test: {kind: folders, path: test}
                features:
                  %s
                  frontend: {sample-rate: 8 kHz, window: 32 ms, hop: 10 ms, mel-bands: 12}
                  duration: 200 ms
                augmentation: {gain-db: [-6, 0]}
                network:
                  layers:
                    - {kind: dense, outputs: 12}
                    - {kind: leaky, beta: 0.8}
                    - {kind: dense, outputs: %d}
                    - {kind: %s}
                training:
                  epochs: 6
                  batch: 4
                  loss: {kind: cross-entropy-%s}
                  read-out: %s
                  optimiser: {kind: adam, learning-rate: 0.02}
                """.formatted(
                        name, features, outputs, output, measure, measure.equals("count") ? "spike-count" : measure);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    private void tone(String name, double hertz) throws IOException {
        byte[] data = new byte[2 * (int) (SECONDS * RATE_HERTZ)];
        for (int i = 0; i < data.length / 2; i++) {
            int value = (int) (10_000 * Math.sin(2 * Math.PI * hertz * i / RATE_HERTZ));
            data[2 * i] = (byte) value;
            data[2 * i + 1] = (byte) (value >> 8);
        }
        Path file = folder.resolve(name + ".wav");
        Files.createDirectories(file.getParent());
        AudioFormat format = new AudioFormat(RATE_HERTZ, 16, 1, true, false);
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(data), format, data.length / 2);
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
}
