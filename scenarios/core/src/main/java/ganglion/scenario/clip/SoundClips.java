package ganglion.scenario.clip;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
}
