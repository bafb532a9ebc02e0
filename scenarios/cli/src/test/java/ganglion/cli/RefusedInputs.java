package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A folder with inputs of all kinds, most of them with a fault: sounds, scenarios, recorded runs, experiments, models, graphs. */
final class RefusedInputs {

    private final Path folder;
    private final ScenarioOnDisk scenario;

    RefusedInputs(Path folder) throws IOException {
        this.folder = folder;
        this.scenario = new ScenarioOnDisk(folder.resolve("scenario"));
        new TinyExperiment(folder);
        makeSounds();
        makeScenarios();
        makeRuns();
        makeModels();
        write("file", "occupied");
        write("taken/notes.txt", "keep me");
        write("mine.yaml", "scenario: mine\n");
        write("mine.json", "{\"mine\": true}\n");
        write("no-boundary.yaml", """
            studies: {paper: {laboratory: us}}
            cases:
              - case: a chip
                profile: loihi
                study: paper
                workload: {type: power}
                measured: 104 mW
                mark: derived
                source: us
                role: held-out
                remark: none
            """);
        write("photos.zip", "PK my photos");
        write("my.checkpoint", "PK my photos");
        write("my-powr.yaml", text(profile("xylo-audio-2")).replaceFirst("power:", "powr:"));
        Files.createDirectories(folder.resolve("nothing"));
    }

    private static Path profile(String name) {
        return Path.of("../../hardware-profiles/src/main/resources/ganglion/hardware/profiles", name + ".yaml");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void makeSounds() throws IOException {
        byte[] whole = Files.readAllBytes(SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1));
        write("empty.wav", "");
        write("text.wav", "not a sound at all, only words".repeat(20));
        Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve("header.wav"), Arrays.copyOf(whole, 20));
        for (long hertz : new long[] {0, 4_000_000_000L}) {
            byte[] other = whole.clone();
            ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putInt(24, (int) hertz);
            Files.write(folder.resolve("rate-" + hertz + ".wav"), other);
        }
        byte[] floats = Files.readAllBytes(SoundFile.tone(folder.resolve("nan.wav"), 0.3, 16_000, 32, 1));
        ByteBuffer wave = ByteBuffer.wrap(floats).order(ByteOrder.LITTLE_ENDIAN);
        wave.putShort(20, (short) 3); // IEEE floats in the place of whole numbers
        for (int at = 44; at < floats.length; at += 4) {
            wave.putFloat(at, at == 444 ? Float.NaN : 0);
        }
        Files.write(folder.resolve("nan.wav"), floats);
        write("broken/noise.wav", "no sound");
        write("speakers/class/sound.wav", "no sound");
        Files.createDirectories(folder.resolve("cut/low"));
        Files.copy(folder.resolve("cut.wav"), folder.resolve("cut/low/a.wav"));
        Path middle = Files.createDirectories(folder.resolve("neither/middle"));
        Files.copy(folder.resolve("test/low/test-low-0.wav"), middle.resolve("a.wav"));
    }

    private void makeScenarios() throws IOException {
        String text = text(scenario.file());
        write(
                "sweep.yaml",
                text.replace("clock:", "repeat: 2\nsweep: {/network/projections/0/weights: [0.5, 1.0]}\nclock:")
                        .replace("taps.csv", "scenario/taps.csv"));
        write("below/scenario.yaml", text.replace("spikes: taps.csv", "spikes: ../scenario/taps.csv"));
        write("gone.yaml", text.replace("spikes: taps.csv", "spikes: gone.csv"));
        write("experiment.yaml", "experiment: e\n");
        write("numbers-scenario.yaml", """
            scenario: ear
            clock: {tick: 2 ms, duration: 300 ms}
            inputs: [{name: ear, audio: tone.wav, encoder: {currents: {features: drive}}}]
            network: {populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.9, threshold: 1}}]}
            """);
        write("silent.yaml", """
            scenario: silent
            clock: {tick: 1 ms, duration: 10 ms}
            network: {populations: [{name: a, size: 1, model: lif, parameters: {beta: 0.9}}]}
            """);
        write("noisy.yaml", NoisyScenario.text("1 s"));
        write("empty.yaml", "");
        write("nested.yaml", "scenario: " + "[".repeat(100_000));
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31);
        }
        Files.write(folder.resolve("bytes.yaml"), noise);
        StringBuilder bomb = new StringBuilder("a0: &a0 [boom, boom, boom, boom, boom, boom, boom, boom, boom]\n");
        for (int level = 1; level < 30; level++) {
            String before = "*a" + (level - 1);
            bomb.append("a" + level + ": &a" + level + " [" + (before + ", ").repeat(8) + before + "]\n");
        }
        write("bomb.yaml", bomb.toString());
        write("bad/three.csv", "1,2,3\n4,5,6\n");
        write("bad/words.csv", "1,2\n3,many\n");
        write("bad/nine.csv", "time,neuron\n0.001,0\n0.002,9\n");
        write("bad/broken.wav", "no sound");
        Files.copy(scenario.folder().resolve("taps.csv"), folder.resolve("bad/taps.csv"));
        write("cut.yaml", text(folder.resolve("numbers.yaml")).replace("path: test", "path: cut"));
    }

    /** A recorded run, and copies of it, each with one file changed; so are the scenarios that they name. */
    private void makeRuns() throws IOException {
        ganglion("run", scenario.file(), "--out", folder.resolve("run"), "--quiet")
                .assertFine();
        String result = "\"formatVersion\" ?: ?\\d+";
        for (String version : List.of("1", "99", "null", "text")) {
            edited(
                    "version-" + version,
                    "result.json",
                    result,
                    "\"formatVersion\": " + version.replace("text", "\"2\""));
        }
        edited("no-json", "result.json", "(?s)^.*$", "{\"format\": \"ganglion-run\", ");
        edited("no-origin", "origin.json", "(?s)^.*$", "{");
        edited("more-spikes", "spikes.csv", "\\z", "0.049,49,out,1\n");
        edited("no-header", "spikes.csv", "(?s)^.*$", "time_s,tick,population,neuron\n");
        edited("cut-spikes", "spikes.csv", ",\\d+\\n\\z", "");
        edited("moved", "origin.json", "scenario/scenario.yaml", "elsewhere/scenario.yaml");
        Path other = write("other/scenario.yaml", text(scenario.file()).replace("weights: 1.0", "weights: 1.5"));
        Files.copy(scenario.folder().resolve("taps.csv"), other.resolveSibling("taps.csv"));
        Path some = write(
                "some/scenario.yaml", text(scenario.file()).replace("expect:", "record: {spikes: [out]}\nexpect:"));
        Files.copy(scenario.folder().resolve("taps.csv"), some.resolveSibling("taps.csv"));
        ganglion("run", some, "--out", folder.resolve("some-spikes"), "--quiet").assertFine();
    }

    private void edited(String name, String file, String part, String replacement) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            for (Path each : files.toList()) {
                Files.copy(each, copy.resolve(each.getFileName()));
            }
        }
        Path changed = copy.resolve(file);
        Files.writeString(changed, text(changed).replaceFirst(part, replacement));
    }

    private void makeModels() throws IOException {
        for (String name : List.of("numbers", "spikes")) {
            Path trained = folder.resolve("trained-" + name);
            ganglion(
                            "train",
                            folder.resolve(name + ".yaml"),
                            "--epochs",
                            1,
                            "--threads",
                            1,
                            "--quiet",
                            "--out",
                            trained)
                    .assertFine();
            Files.copy(trained.resolve("model.zip"), folder.resolve(name + ".model"));
        }
        write("text.model", "no archive");
        write("broken.model", "PK\003\004 no archive");
        write("text.nir", "no graph");
        write("recorded.h5", "no sounds");
        try (InputStream in = RefusedInputs.class.getResourceAsStream("/spikes/shd.h5")) {
            Files.copy(in, folder.resolve("shd.h5"));
        }
    }
}
