package ganglion.live.keep;

import ganglion.documents.output.HiddenPlace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a recording: {@code sound.wav}, as the ear heard it, and {@code spikes.csv} with time, tick, population and neuron, as counted in the session. They
 * have a hidden folder until they are complete.
 */
final class RecordingFiles implements AutoCloseable {

    private final RecordedNetwork network;
    private final Path target;
    private final HiddenPlace hidden;
    private final FloatWave sound;
    private final BufferedWriter spikes;
    private final BigDecimal tickSeconds;

    RecordingFiles(RecordedNetwork network, Path target) throws IOException {
        this.network = network;
        this.target = target;
        this.tickSeconds = BigDecimal.valueOf(network.tickSeconds());
        Files.createDirectories(target.toAbsolutePath().getParent());
        this.hidden = HiddenPlace.beside(target.toAbsolutePath());
        Files.createDirectory(hidden.path());
        this.sound = new FloatWave(hidden.path().resolve("sound.wav"), (int) Math.round(network.sampleRateHertz()));
        this.spikes = Files.newBufferedWriter(hidden.path().resolve("spikes.csv"));
        spikes.write("time_s,tick,population,neuron\n");
    }

    void write(HeardTick tick) throws IOException {
        sound.write(tick.heard());
        String time = tickSeconds.multiply(BigDecimal.valueOf(tick.tick())).toPlainString();
        int population = 0;
        for (int neuron : tick.spikes()) {
            while (population + 1 < network.names().size()
                    && neuron >= network.firstNeurons().get(population + 1)) {
                population++;
            }
            spikes.write(time + "," + tick.tick() + "," + network.names().get(population) + ","
                    + (neuron - network.firstNeurons().get(population)) + "\n");
        }
    }

    /** Puts the folder into place, once. */
    Path publish() throws IOException {
        sound.close();
        spikes.close();
        Files.move(hidden.path(), target);
        return target;
    }

    /** Deletes what was not published. */
    @Override
    public void close() throws IOException {
        try (hidden;
                sound) {
            spikes.close();
        }
    }
}
