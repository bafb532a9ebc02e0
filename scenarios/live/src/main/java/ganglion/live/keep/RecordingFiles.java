package ganglion.live.keep;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a recording: {@code sound.wav}, as the ear heard it, and {@code spikes.csv} with time, tick, population and neuron, as counted in the
 * session.
 */
final class RecordingFiles implements AutoCloseable {

    private final NetworkOfRecording network;
    private final FloatWave sound;
    private final BufferedWriter spikes;
    private final BigDecimal tickSeconds;

    RecordingFiles(NetworkOfRecording network, Path directory) throws IOException {
        this.network = network;
        this.tickSeconds = BigDecimal.valueOf(network.tickSeconds());
        this.sound = new FloatWave(directory.resolve("sound.wav"), (int) Math.round(network.sampleRateHertz()));
        this.spikes = Files.newBufferedWriter(directory.resolve("spikes.csv"));
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

    @Override
    public void close() throws IOException {
        try (sound) {
            spikes.close();
        }
    }
}
