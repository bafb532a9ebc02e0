package ganglion.scenario.clip;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.FeatureRows;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Sends all sound files of a scenario through the cochleas of its inputs. Clips do not depend on each other, so that any
 * number of threads may process them: the result has the order of the scenario.
 */
public final class SoundClips {

    private final Scenario scenario;
    private final DoubleConsumer progress;
    private final List<Task> tasks = new ArrayList<>();
    private final CochleaOutput[] outputs;
    private final AudioFormatException[] refusals;
    private int doneCount;

    private SoundClips(Scenario scenario, DoubleConsumer progress) {
        this.scenario = scenario;
        this.progress = progress;
        for (Input.Audio input : audioInputs()) {
            ClipCochlea cochlea = new ClipCochlea(input);
            input.clips().forEach(clip -> tasks.add(new Task(cochlea, clip)));
        }
        this.outputs = new CochleaOutput[tasks.size()];
        this.refusals = new AudioFormatException[tasks.size()];
    }

    /** A clip and the cochlea that it goes through. */
    private record Task(ClipCochlea cochlea, Input.Clip clip) {}

    /**
     * Processes all clips and lays them out on the timeline.
     *
     * @param runner processes several clips at the same time
     * @param progress receives the share of clips that are done, from one thread at a time
     * @throws InputException with a problem for every clip that cannot be read, or that the run does not reach
     */
    public static Stimulus hear(Scenario scenario, TaskRunner runner, DoubleConsumer progress) throws InputException {
        return new SoundClips(scenario, progress).hear(runner);
    }

    private List<Input.Audio> audioInputs() {
        return scenario.inputs().stream()
                .filter(Input.Audio.class::isInstance)
                .map(Input.Audio.class::cast)
                .toList();
    }

    private Stimulus hear(TaskRunner runner) throws InputException {
        runner.run(tasks.size(), this::hear);
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < refusals.length; i++) {
            if (refusals[i] != null) {
                Input.Clip clip = tasks.get(i).clip();
                problems.add(
                        scenario.problem(clip.pointer() + "/audio", clip.file() + ": " + refusals[i].getMessage()));
            }
        }
        Stimulus stimulus = problems.isEmpty() ? layOut(problems) : Stimulus.NONE;
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return stimulus;
    }

    private Stimulus layOut(List<Problem> problems) {
        Stimulus stimulus = Stimulus.NONE;
        int first = 0;
        for (Input.Audio input : audioInputs()) {
            int end = first + input.clips().size();
            List<CochleaOutput> own = Arrays.asList(outputs).subList(first, end);
            stimulus = stimulus.with(ClipTimeline.layOut(scenario, input, own, problems));
            first = end;
        }
        return stimulus;
    }

    private void hear(int number) {
        Task task = tasks.get(number);
        try {
            outputs[number] = task.cochlea().hear(task.clip());
        } catch (AudioFormatException e) {
            refusals[number] = e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("hearing " + task.clip().file() + " failed", e);
        }
        reportProgress();
    }

    private synchronized void reportProgress() {
        progress.accept((double) ++doneCount / tasks.size());
    }

    /** The cochlea of one input, for its sound files one by one. Safe to share between threads. */
    private static final class ClipCochlea {

        private final Input.Audio input;
        private final Cochlea cochlea;

        ClipCochlea(Input.Audio input) {
            this.input = input;
            this.cochlea = new Cochlea(input.cochlea());
        }

        /** @throws AudioFormatException if the clip cannot be read, or is shorter than one tick */
        CochleaOutput hear(Input.Clip clip) throws AudioFormatException {
            CochleaOutput output = cochlea.hear(cut(AudioFiles.read(clip.file().resolved())));
            if (output.frames() < input.framesPerTick()) {
                throw new AudioFormatException("found " + output.audio().durationSeconds()
                        + " s of sound, expected at least one tick of "
                        + output.hopSeconds() * input.framesPerTick() + " s");
            }
            return output;
        }

        private AudioClip cut(AudioClip clip) {
            double samples = input.clipSeconds().orElse(Double.POSITIVE_INFINITY) * clip.sampleRateHertz();
            return samples >= clip.samples().length
                    ? clip
                    : new AudioClip(Arrays.copyOf(clip.samples(), (int) Math.round(samples)), clip.sampleRateHertz());
        }
    }

    /** Lays the clips of an input one after the other on the scenario's timeline. */
    private static final class ClipTimeline {

        private ClipTimeline() {}

        /** The clips at their places, the first at tick 0; notes a problem for each that the run would not reach. */
        static Stimulus layOut(
                Scenario scenario, Input.Audio input, List<CochleaOutput> outputs, List<Problem> problems) {
            long endTick = scenario.durationTicks().orElse(Long.MAX_VALUE);
            List<Clip> clips = new ArrayList<>();
            long fromTick = 0;
            for (int i = 0; i < outputs.size(); i++) {
                Input.Clip source = input.clips().get(i);
                if (fromTick >= endTick) {
                    problems.add(scenario.problem(
                            source.pointer(),
                            "found a clip that starts at " + fromTick
                                    + " ticks, expected it to start before the run ends at " + endTick + " ticks"));
                }
                int ticks = outputs.get(i).frames() / input.framesPerTick();
                clips.add(new Clip(
                        input.name(),
                        source.file().written(),
                        source.label(),
                        fromTick,
                        Math.min(fromTick + ticks, endTick),
                        input.framesPerTick(),
                        Optional.of(outputs.get(i))));
                fromTick += ticks + input.gapTicks();
            }
            return problems.isEmpty() ? stimulus(input, clips) : Stimulus.NONE;
        }

        private static Stimulus stimulus(Input.Audio input, List<Clip> clips) {
            Map<String, float[][]> currents = input.cochlea()
                    .encoder()
                    .currents()
                    .map(numbers -> Map.of(input.name(), currents(clips, numbers)))
                    .orElse(Map.of());
            return new Stimulus(clips, Map.of(input.name(), spikes(clips)), currents);
        }

        /** All spikes of an input, in ticks of the run; those beyond its end are left out. */
        private static SpikeRaster spikes(List<Clip> clips) {
            SpikeRaster.Builder spikes =
                    SpikeRaster.builder(clips.get(0).output().spikes().neuronCount());
            for (Clip clip : clips) {
                SpikeRaster own = clip.output().spikes();
                int count = own.firstIndexAt(clip.ticks());
                for (int i = 0; i < count; i++) {
                    spikes.add(clip.fromTick() + own.tick(i), own.neuron(i));
                }
            }
            return spikes.build();
        }

        /** One row per tick of the run; zeros between clips. */
        private static float[][] currents(List<Clip> clips, CurrentInjection numbers) {
            int size = numbers.neurons(clips.get(0).output().bands());
            float[][] rows = new float[(int) clips.get(clips.size() - 1).untilTick()][size];
            for (Clip clip : clips) {
                int count = (int) clip.ticks();
                float[][] own = FeatureRows.of(clip.output(), numbers, count);
                System.arraycopy(own, 0, rows, (int) clip.fromTick(), count);
            }
            return rows;
        }
    }
}
