package ganglion.api;

import ganglion.cochlea.audio.wave.WaveWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sounds, and scenarios and experiments that hear them, for tests and for examples of pages. */
final class Tones {

    static final int RATE_HERTZ = 16_000;

    private Tones() {}

    /** A tone that swells and fades. */
    static double[] tone(double hertz, double seconds) {
        double[] samples = new double[(int) (seconds * RATE_HERTZ)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 0.5 * Math.sin(Math.PI * i / samples.length) * Math.sin(2 * Math.PI * hertz * i / RATE_HERTZ);
        }
        return samples;
    }

    static Path write(Path file, double[] samples) throws IOException {
        Files.createDirectories(file.getParent());
        WaveWriter.writeFloats(file, RATE_HERTZ, samples);
        return file;
    }

    /** A scenario without sound. */
    static Path twoTaps(Path folder) throws IOException {
        Files.writeString(folder.resolve("taps.csv"), "time,neuron\n0.001,0\n0.005,0\n0.010,1\n");
        return Files.writeString(folder.resolve("scenario.yaml"), """
                scenario: two-taps
                description: Each tap makes its own neuron fire one tick later.
                clock: {tick: 1 ms, duration: 50 ms}
                inputs:
                  - {name: taps, spikes: taps.csv, size: 2}
                network:
                  populations:
                    - {name: out, size: 2, model: lif, parameters: {beta: 0.9, threshold: 1}, labels: [low, high]}
                  projections:
                    - {from: taps, to: out, connectivity: one-to-one, weights: 1.0, delay: 1 tick}
                decision: {population: out}
                hardware: [loihi, stm32l4r5]
                expect:
                  - {spikes: {population: out}, between: [3, 3]}
                """);
    }

    /** A scenario that tells low tones from high ones as they come. */
    static Path ear(Path folder) throws IOException {
        write(folder.resolve("tone.wav"), tone(440, 0.6));
        StringBuilder rows = new StringBuilder();
        for (int band = 0; band < 16; band++) {
            rows.append(band == 0 ? "" : ", ").append(band < 6 ? "[0.3, 0]" : "[0, 0.3]");
        }
        return Files.writeString(folder.resolve("ear.yaml"), """
                scenario: ear
                clock: {tick: 2 ms}
                inputs:
                  - name: ear
                    audio: tone.wav
                    frontend: {mel-bands: 16, gain: {running-maximum: {minimum-range: 0.000001}}}
                network:
                  populations:
                    - {name: out, size: 2, model: lif, parameters: {beta: 0.9}, labels: [low, high]}
                  projections:
                    - {from: ear, to: out, weights: [%s]}
                decision: {population: out, live: {window: 100 ms, certain: 0.9}}
                """.formatted(rows));
    }

    /** The same in a folder of its own, from which it names sounds outside. */
    static Path experimentBesideItsSounds(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("tones.yaml")).replace("path: sounds/", "path: ../sounds/");
        return Files.writeString(
                Files.createDirectories(folder.resolve("experiments")).resolve("tones.yaml"), text);
    }

    /** An experiment that learns to tell low tones from high ones. */
    static Path experiment(Path folder) throws IOException {
        for (String part : new String[] {"train", "test"}) {
            for (int i = 0; i < 8; i++) {
                String name = (char) ('a' + i) + ".wav";
                int shift = part.equals("train") ? 0 : 7;
                write(folder.resolve("sounds/" + part + "/low/" + name), tone(300 + 20 * i + shift, 0.2));
                write(folder.resolve("sounds/" + part + "/high/" + name), tone(2000 + 100 * i + shift, 0.2));
            }
        }
        return Files.writeString(folder.resolve("tones.yaml"), """
                experiment: tones
                seed: 3
                data:
                  training: {kind: folders, path: sounds/train}
                  validation: {kind: folders, path: sounds/test}
                  test: {kind: folders, path: sounds/test}
                features:
                  as: drive
                  duration: 200 ms
                  frontend: {hop: 10 ms, mel-bands: 16, gain: {decibels: {}}}
                network:
                  layers:
                    - {kind: dense, outputs: 8}
                    - {kind: leaky, beta: 0.9}
                    - {kind: dense, outputs: 2}
                    - {kind: integrator, beta: 0.95}
                training:
                  epochs: 6
                  batch: 4
                  loss: {kind: cross-entropy-mean-membrane}
                  read-out: mean-membrane
                  optimiser: {kind: adamw, learning-rate: 0.02}
                """);
    }
}
