package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.ActivityCounts;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.result.ScenarioRun.RunTimes;
import java.util.Locale;
import java.util.Map;

/** The small sections: scenario, verdict, time, raster, activity, expectations, wall-clock times. */
public final class RunSection {

    private RunSection() {}

    /** The section {@code scenario}. */
    public static ObjectNode scenario(Scenario scenario) {
        ObjectNode section = JsonNodes.object()
                .put("name", scenario.name())
                .put("description", scenario.description())
                .put("file", scenario.source().file());
        ObjectNode written = section.putObject("written");
        scenario.written().forEach(written::put);
        return section;
    }

    /** The section {@code verdict}. */
    public static ObjectNode verdict(Verdict verdict) {
        return JsonNodes.bound(verdict);
    }

    /** The section {@code run}. */
    public static ObjectNode run(ScenarioRun run) {
        ObjectNode section = JsonNodes.object();
        section.put("seed", run.seed());
        Map<RandomStreams.Chance, Long> named = run.scenario().random().named();
        if (!named.isEmpty()) {
            ObjectNode seeds = section.putObject("seeds");
            named.forEach((chance, seed) -> seeds.put(chance.name().toLowerCase(Locale.ROOT), seed));
        }
        section.put("tickSeconds", run.clock().tickSeconds());
        section.put("ticks", run.ranTicks());
        section.put("durationSeconds", run.clock().seconds(run.ranTicks()));
        section.put("complete", run.complete());
        section.put("plannedTicks", run.ticks());
        return section;
    }

    /**
     * The section {@code raster}.
     *
     * @param hash its {@link RecordedSpikes#hash}
     */
    public static ObjectNode raster(RecordedSpikes spikes, String file, String hash) {
        return JsonNodes.object()
                .put("file", file)
                .put("spikes", spikes.count())
                .put("sha256", hash);
    }

    /** The section {@code activity}. */
    public static ObjectNode activity(ActivityCounts counts) {
        return JsonNodes.bound(counts);
    }

    /** The section {@code expectations}. */
    public static ArrayNode expectations(ScenarioRun run) {
        ArrayNode section = JsonNodes.array();
        run.expectations().forEach(outcome -> {
            ObjectNode node = JsonNodes.bound(outcome);
            outcome.departure().ifPresent(departure -> node.set("departure", JsonNodes.bound(departure)));
            section.add(node);
        });
        return section;
    }

    /** The section {@code wallClock}. */
    public static ObjectNode wallClock(RunTimes times) {
        ObjectNode section = JsonNodes.bound(times).put("totalSeconds", times.totalSeconds());
        ObjectNode work = section.putObject("work");
        times.work().forEach((name, share) -> work.put(name.text(), share));
        return section;
    }

    /** The section {@code execution}; null for a run in one process. */
    public static ObjectNode execution(ScenarioRun run) {
        return run.nodes().<ObjectNode>map(JsonNodes::bound).orElse(null);
    }
}
