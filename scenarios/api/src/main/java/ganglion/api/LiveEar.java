package ganglion.api;

import ganglion.api.engine.PushedRun;
import ganglion.cochlea.audio.AudioLimits;
import ganglion.cochlea.resample.Resampler;
import ganglion.cochlea.resample.ResamplerStream;
import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.live.run.LiveScenario;
import ganglion.scenario.result.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    private final PushedRun run;
    private final Optional<ResamplerStream> resampler;
    private final double sampleRate;
    private final double[] tick;
    private final List<Tick> heard = new ArrayList<>();
    private int filled;
    private boolean finished;

    private LiveEar(PushedRun run, double sampleRate) {
        this.run = run;
        double ear = run.live().ear().cochlea().sampleRateHertz();
        this.sampleRate = sampleRate == 0 ? ear : sampleRate;
        this.tick = new double[run.live().samplesPerTick()];
        this.resampler = this.sampleRate == ear
                ? Optional.empty()
                : Optional.of(Resampler.between(this.sampleRate, ear).start(this::take));
    }

    /** @param sampleRate of what is handed over, in hertz; 0 for that of the ear */
    static LiveEar of(LiveScenario live, double sampleRate) throws InputException {
        PushedRun run = new PushedRun(live, new RunSettings(Integer.MAX_VALUE, 1));
        try {
            return new LiveEar(run, sampleRate);
        } catch (IllegalArgumentException e) { // rates between which nothing is resampled
            run.close();
            throw InvalidInputException.ofArgument("sample rate: " + e.getMessage());
        }
    }

    /**
     * One tick that was heard. Immutable.
     */
    @API(status = Status.EXPERIMENTAL, since = "0.2")
    public static final class Tick {

        private final PushedRun.Heard heard;
        private final LiveEar ear;

        private Tick(PushedRun.Heard heard, LiveEar ear) {
            this.heard = heard;
            this.ear = ear;
        }

        /** Which tick, from 0. */
        public long number() {
            return heard.tick();
        }

        /** Its start in seconds from the first sample. */
        public double seconds() {
            return ear.run.live().scenario().clock().seconds(heard.tick());
        }

        /** Number of spikes of all populations. */
        public int spikes() {
            return heard.neurons().length;
        }

        /**
         * The neurons of a population or source that fired, ascending.
         *
         * @throws InvalidInputException if there is none of that name
         */
        public int[] neurons(String population) {
            Network network = ear.run.network();
            int index = ear.populations().indexOf(population);
            if (index < 0) {
                throw InvalidInputException.ofArgument(
                        "found \"" + population + "\", expected one of " + String.join(", ", ear.populations()));
            }
            int first = network.firstNeuron(index);
            int end = first + network.populations().get(index).size();
            return Arrays.stream(heard.neurons())
                    .filter(neuron -> neuron >= first && neuron < end)
                    .map(neuron -> neuron - first)
                    .toArray();
        }

        /** The class that is decided for; empty for none. */
        public Optional<String> decision() {
            return heard.winner() < 0
                    ? Optional.empty()
                    : Optional.of(ear.classes().get(heard.winner()));
        }

        /** The probability that this class is right in leading, from 0 to 1; 0 without a decision. */
        public double confidence() {
            return heard.confidence();
        }
    }

    /** Names of all sources and populations, the ear first if it fires spikes. */
    public List<String> populations() {
        return run.network().populations().stream()
                .map(population -> population.name())
                .toList();
    }

    /** The classes that are decided between; empty if the scenario decides nothing. */
    public List<String> classes() {
        return run.live().classes();
    }

    /** Rate in hertz of the samples that are handed over. */
    public double sampleRate() {
        return sampleRate;
    }

    /** Length of a tick in seconds. */
    public double tickSeconds() {
        return run.live().scenario().clock().tickSeconds();
    }

    /**
     * Hears the next samples of one channel, full scale being -1 to 1, in pieces of any length.
     *
     * @return the ticks that are complete with these samples, in order; empty if none is
     * @throws InvalidInputException if a sample is not a number within a million either way; then none of them was heard
     * @throws IllegalStateException if the sound was ended, or the ear closed
     */
    public List<Tick> hear(double[] samples) {
        checkOpen();
        if (finished) {
            throw new IllegalStateException("found sound after its end, expected a new ear for it");
        }
        for (double sample : samples) {
            if (!(Math.abs(sample) <= AudioLimits.LOUDEST_SAMPLE)) {
                throw InvalidInputException.ofArgument(
                        "samples: found " + sample + ", expected a number from -1000000 to 1000000");
            }
        }
        if (resampler.isPresent()) {
            resampler.get().accept(samples, 0, samples.length);
        } else {
            for (double sample : samples) {
                take(sample);
            }
        }
        return given();
    }

    /** The same for samples of single precision. */
    public List<Tick> hear(float[] samples) {
        double[] doubles = new double[samples.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = samples[i];
        }
        return hear(doubles);
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
        if (run.ended()) {
            throw new IllegalStateException("found an ear that is closed, expected one that hears");
        }
    }

    private void take(double sample) {
        tick[filled++] = sample;
        if (filled == tick.length) {
            filled = 0;
            heard.add(new Tick(run.hear(tick), this));
        }
    }

    private List<Tick> given() {
        List<Tick> ticks = List.copyOf(heard);
        heard.clear();
        return ticks;
    }

    /** Ends the network. Closing it again does nothing. */
    @Override
    public void close() {
        run.close();
    }
}
