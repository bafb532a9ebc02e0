package ganglion.live.keep;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.live.keep.MomentMemory.HeardTick;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveTick;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.OwnDirectory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Records sound and spikes of a session while someone wants it, in a thread of its own. Each recording has a folder, which appears once the recording
 * is over. If the disk cannot keep up, or is full, the recording ends there and says so, what was written until then is kept, and the session goes
 * on.
 */
public final class SessionRecorder implements AutoCloseable {

    private static final int MOST_WAITING_TICKS = 10_000;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final HeardTick END = new HeardTick(-1, new double[0], new int[0], -1);
    private static final OwnDirectory KIND =
            new OwnDirectory("recording", "spikes.csv", "", 0, Set.of(), Pattern.compile("(?!)"));

    private final NetworkOfRecording network;
    private final Path folder;
    private final Consumer<String> told;
    private final Consumer<String> failed;
    private Writing writing;

    /**
     * A recorder that records nothing yet.
     *
     * @param folder that the folders of recordings are written into
     * @param told is told in a line of each recording that is complete
     * @param failed is told in a line why a recording ended by itself
     */
    public SessionRecorder(NetworkOfRecording network, Path folder, Consumer<String> told, Consumer<String> failed) {
        this.network = network;
        this.folder = folder;
        this.told = told;
        this.failed = failed;
    }

    /** Starts a recording, or ends it. */
    public synchronized void record(boolean on) {
        if (on && (writing == null || writing.over)) {
            writing = new Writing();
            writing.thread.start();
        } else if (!on && writing != null) {
            writing.end();
            writing = null;
        }
    }

    /** Takes a tick, if there is a recording. Returns at once. */
    public synchronized void take(LiveTick tick) {
        if (writing == null || writing.over) {
            writing = null;
            return;
        }
        if (!writing.offer(new HeardTick(tick.number(), tick.heard().clone(), tick.neurons(), -1))) {
            failed.accept("the recording ends here, because the disk does not keep up");
            record(false);
        }
    }

    /** Ends the recording, if there is one, and waits until it is written, but not for ever. */
    @Override
    public void close() {
        Writing last;
        synchronized (this) {
            last = writing;
            record(false);
        }
        if (last != null) {
            try {
                last.thread.join(TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One recording. */
    private final class Writing implements Runnable {

        /** One place more than ticks may take, so that the end always fits. */
        private final BlockingQueue<HeardTick> queue = new ArrayBlockingQueue<>(MOST_WAITING_TICKS + 1);

        private final Thread thread = new Thread(this, "ganglion-record");
        private volatile boolean over;
        private String failure = "";

        Writing() {
            thread.setDaemon(true);
        }

        boolean offer(HeardTick tick) {
            return queue.size() < MOST_WAITING_TICKS && queue.offer(tick);
        }

        void end() {
            over = true;
            queue.add(END);
        }

        @Override
        public void run() {
            try {
                Files.createDirectories(folder.toAbsolutePath());
                Path place = new DirectoryPublisher(KIND)
                        .publish(folder.resolve("recording"), IfExists.TAKE_ANOTHER_NAME, this::writeInto);
                if (failure.isEmpty()) {
                    told.accept("recorded " + place);
                } else {
                    failed.accept("the recording " + place + " ends early: " + failure);
                }
            } catch (IOException e) {
                over = true;
                failed.accept("there is no recording: " + e.getMessage());
            }
        }

        /** Writes until the end. If that fails in between, what has been written stays. */
        private void writeInto(Path directory) throws IOException {
            try (RecordingFiles files = new RecordingFiles(network, directory)) {
                List<HeardTick> ticks = new ArrayList<>();
                for (boolean goesOn = true; goesOn; ) {
                    ticks.add(queue.take());
                    queue.drainTo(ticks);
                    goesOn = !ticks.remove(END);
                    for (HeardTick tick : ticks) {
                        files.write(tick);
                    }
                    ticks.clear();
                }
            } catch (IOException e) {
                over = true;
                failure = e.getMessage();
                if (!Files.exists(directory.resolve("spikes.csv"))) {
                    throw e;
                }
            } catch (InterruptedException e) {
                over = true;
                failure = "it was interrupted";
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What a recording says of the network.
     *
     * @param names of the populations, inputs first
     * @param firstNeurons number of the first neuron of each, counted through all
     * @param tickSeconds length of a tick
     * @param sampleRateHertz of the ear
     */
    public record NetworkOfRecording(
            List<String> names, List<Integer> firstNeurons, double tickSeconds, double sampleRateHertz) {

        public NetworkOfRecording {
            names = List.copyOf(names);
            firstNeurons = List.copyOf(firstNeurons);
        }

        /** That of a scenario. */
        public static NetworkOfRecording of(LiveScenario live, Network network) {
            return new NetworkOfRecording(
                    network.populations().stream().map(Population::name).toList(),
                    IntStream.range(0, network.populations().size())
                            .mapToObj(network::firstNeuron)
                            .toList(),
                    live.scenario().clock().tickSeconds(),
                    live.ear().cochlea().sampleRateHertz());
        }
    }

    /**
     * The files of a recording: {@code sound.wav}, as the ear heard it, and {@code spikes.csv} with time, tick, population and neuron, as counted in the
     * session.
     */
    private static final class RecordingFiles implements AutoCloseable {

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
}
