package ganglion.api;

import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.resample.Resampler;
import ganglion.cochlea.resample.ResamplerStream;
import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveTick;
import ganglion.live.run.TickDecider;
import ganglion.scenario.result.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A network that hears sound as it is handed over, and says after each tick which neurons fired and what it decides. The spikes are those of
 * a run on a recording of the same sound, to the last bit, however the sound is cut into pieces. Runs in a thread of its own, which waits
 * between calls. For one thread at a time; to be closed.
 *
 * <pre>{@code
 * float[] samples = new float[160];
 * try (LiveEar ear = GanglionApi.scenario(Path.of("ear.yaml")).live(16_000)) {
 *     for (int piece = 0; piece < 50; piece++) {
 *         for (int i = 0; i < samples.length; i++) {
 *             samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * (160 * piece + i) / 16_000));
 *         }
 *         for (LiveEar.Tick tick : ear.hear(samples)) {
 *             System.out.println(tick.seconds() + " " + tick.neurons("out").length + " " + tick.decision());
 *         }
 *     }
 * }
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public final class LiveEar implements AutoCloseable {

    private static final double[] NO_MORE = {};

    private final LiveScenario live;
    private final Network network;
    private final TickDecider decider;
    private final Optional<ResamplerStream> resampler;
    private final BlockingQueue<double[]> sound = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final double[] samples;
    private final List<Tick> heard = new ArrayList<>();
    private int filled;
    private boolean finished;
    private boolean ended;

    /** What the thread of the network says: a tick, or why there is none. */
    private record Reply(Tick tick, Throwable failure) {}

    /** @param sampleRate of what is handed over, in hertz */
    LiveEar(LiveScenario live, double sampleRate) throws InputException {
        this.live = live;
        this.samples = new double[live.samplesPerTick()];
        double ear = live.ear().cochlea().sampleRateHertz();
        try {
            this.resampler = sampleRate == ear
                    ? Optional.empty()
                    : Optional.of(Resampler.between(sampleRate, ear).start(this::take));
        } catch (IllegalArgumentException e) { // rates between which nothing is resampled
            throw new GanglionException("sample rate: " + e.getMessage());
        }
        LiveRun run = new LiveRun(live, new RunSettings(Integer.MAX_VALUE, 1));
        this.network = run.network();
        this.decider = new TickDecider(live, network);
        this.thread = new Thread(() -> run(run), "ganglion-pushed-ear");
        thread.setDaemon(true);
        thread.start();
    }

    /** One tick that was heard. Immutable. */
    @API(status = Status.EXPERIMENTAL, since = "0.2")
    public static final class Tick {

        private final LiveEar ear;
        private final long number;
        private final int winner;
        private final double confidence;
        private final int[] neurons;

        private Tick(LiveEar ear, LiveTick tick) {
            this.ear = ear;
            this.number = tick.number();
            this.winner = ear.decider.winner();
            this.confidence = ear.decider.confidence();
            this.neurons = IntStream.range(0, tick.count()).map(tick::neuron).toArray();
        }

        /** Which tick, from 0. */
        public long number() {
            return number;
        }

        /** Its start in seconds from the first sample. */
        public double seconds() {
            return ear.live.scenario().clock().seconds(number);
        }

        /**
         * The neurons of a population or source that fired, ascending.
         *
         * @throws GanglionException if there is none of that name
         */
        public int[] neurons(String population) {
            List<String> names = ear.populations();
            int index = names.indexOf(population);
            if (index < 0) {
                throw new GanglionException(
                        "found \"" + population + "\", expected one of " + String.join(", ", names));
            }
            int first = ear.network.firstNeuron(index);
            int end = first + ear.network.populations().get(index).size();
            return IntStream.of(neurons)
                    .filter(neuron -> neuron >= first && neuron < end)
                    .map(neuron -> neuron - first)
                    .toArray();
        }

        /** The class that is decided for; empty for none. */
        public Optional<String> decision() {
            return winner < 0 ? Optional.empty() : Optional.of(ear.classes().get(winner));
        }

        /** The probability that this class is right in leading, from 0 to 1; 0 without a decision. */
        public double confidence() {
            return confidence;
        }
    }

    /** Names of all sources and populations, the ear first if it fires spikes. */
    public List<String> populations() {
        return network.populations().stream().map(Population::name).toList();
    }

    /** The classes that are decided between; empty if the scenario decides nothing. */
    public List<String> classes() {
        return live.classes();
    }

    /** Length of a tick in seconds. */
    public double tickSeconds() {
        return live.scenario().clock().tickSeconds();
    }

    /**
     * Hears the next samples of one channel, full scale being -1 to 1, in pieces of any length.
     *
     * @return the ticks that are complete with these samples, in order; empty if none is
     * @throws GanglionException if a sample is not a number within a million either way; then none of them was heard
     * @throws IllegalStateException if the sound was ended, or the ear closed
     */
    public List<Tick> hear(double[] sound) {
        checkOpen();
        if (finished) {
            throw new IllegalStateException("found sound after its end, expected a new ear for it");
        }
        for (double sample : sound) {
            if (!(Math.abs(sample) <= AudioLimits.LOUDEST_SAMPLE)) {
                throw new GanglionException(
                        "samples: found " + sample + ", expected a number from -1000000 to 1000000");
            }
        }
        if (resampler.isPresent()) {
            resampler.get().accept(sound, 0, sound.length);
        } else {
            for (double sample : sound) {
                take(sample);
            }
        }
        return given();
    }

    /** The same for samples of single precision. */
    public List<Tick> hear(float[] sound) {
        return hear(IntStream.range(0, sound.length).mapToDouble(i -> sound[i]).toArray());
    }

    /**
     * Ends the sound: what a resampler holds back is heard. Samples that do not fill a tick are left out.
     *
     * @return the ticks that are complete with it; without another sample rate none, and none again if the sound was ended before
     * @throws IllegalStateException if it was closed
     */
    public List<Tick> finish() {
        checkOpen();
        if (!finished) {
            finished = true;
            resampler.ifPresent(ResamplerStream::finish);
        }
        return given();
    }

    private void checkOpen() {
        if (ended) {
            throw new IllegalStateException("found an ear that is closed, expected one that hears");
        }
    }

    private void take(double sample) {
        samples[filled++] = sample;
        if (filled < samples.length) {
            return;
        }
        filled = 0;
        sound.add(samples.clone());
        Reply reply = reply();
        if (reply.tick == null) {
            ended = true;
            throw new IllegalStateException("the network stopped: " + reply.failure, reply.failure);
        }
        heard.add(reply.tick);
    }

    private Reply reply() {
        try {
            return replies.take();
        } catch (InterruptedException e) {
            ended = true;
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the network heard", e);
        }
    }

    private List<Tick> given() {
        List<Tick> ticks = List.copyOf(heard);
        heard.clear();
        return ticks;
    }

    /** What the thread of the network does. */
    private void run(LiveRun run) {
        Throwable failure = null;
        try {
            run.run(this::next, (tick, samples) -> ticked(tick));
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            replies.add(new Reply(null, failure));
        }
    }

    private boolean next(double[] wanted) {
        try {
            double[] given = sound.take();
            System.arraycopy(given, 0, wanted, 0, given.length);
            return given != NO_MORE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ticked(LiveTick tick) {
        decider.take(tick);
        replies.add(new Reply(new Tick(this, tick), null));
    }

    /** Ends the network and waits for its thread. Closing it again does nothing. */
    @Override
    public void close() {
        ended = true;
        sound.add(NO_MORE);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
