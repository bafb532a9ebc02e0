package ganglion.scenario.hear;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.HeardInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;

/**
 * Hears all clips of a scenario. Clips do not depend on each other, so any number of threads may hear them; results are
 * gathered in the order of the scenario, which is why threads show in nothing but the time it takes.
 */
public final class Listening {

    private final Scenario scenario;
    private final DoubleConsumer progress;
    private final List<Problem> problems = new ArrayList<>();
    private final int clipCount;
    private int heardCount;

    private Listening(Scenario scenario, DoubleConsumer progress) {
        this.scenario = scenario;
        this.progress = progress;
        this.clipCount = audioInputs(scenario).stream()
                .mapToInt(input -> input.clips().size())
                .sum();
    }

    /**
     * Hears all clips and lays them out on the timeline.
     *
     * @param progress told the share of clips that are heard
     * @throws InputException with a problem for every clip that cannot be heard
     */
    public static List<HeardInput> hear(Scenario scenario, int threads, DoubleConsumer progress) throws InputException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            return new Listening(scenario, progress).hear(executor);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Input.Audio> audioInputs(Scenario scenario) {
        return scenario.inputs().stream()
                .filter(Input.Audio.class::isInstance)
                .map(Input.Audio.class::cast)
                .toList();
    }

    private List<HeardInput> hear(ExecutorService executor) throws InputException {
        Map<Input.Audio, List<Future<CochleaOutput>>> pending = new LinkedHashMap<>();
        for (Input.Audio input : audioInputs(scenario)) {
            ClipListener listener = new ClipListener(input);
            pending.put(
                    input,
                    input.clips().stream()
                            .map(clip -> executor.submit(() -> listener.hear(clip)))
                            .toList());
        }
        List<HeardInput> heard = new ArrayList<>();
        for (Map.Entry<Input.Audio, List<Future<CochleaOutput>>> entry : pending.entrySet()) {
            Input.Audio input = entry.getKey();
            List<CochleaOutput> hearings = gather(input, entry.getValue());
            if (problems.isEmpty()) {
                heard.add(Timeline.layOut(scenario, input, hearings, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return heard;
    }

    private List<CochleaOutput> gather(Input.Audio input, List<Future<CochleaOutput>> pending) {
        List<CochleaOutput> hearings = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            Input.Clip clip = input.clips().get(i);
            try {
                hearings.add(pending.get(i).get());
            } catch (ExecutionException e) {
                note(clip, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while hearing " + clip.file(), e);
            }
            progress.accept((double) ++heardCount / clipCount);
        }
        return hearings;
    }

    private void note(Input.Clip clip, Throwable cause) {
        if (!(cause instanceof AudioFormatException)) {
            throw new IllegalStateException("hearing " + clip.file() + " failed", cause);
        }
        problems.add(scenario.problem(clip.pointer() + "/audio", clip.file() + ": " + cause.getMessage()));
    }
}
