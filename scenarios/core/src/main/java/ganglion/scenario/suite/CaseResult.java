package ganglion.scenario.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a scenario in a suite.
 *
 * @param file its file, as found
 * @param name its name, unlike those of all others of the suite; its file, as found, if it is refused and has none such
 * @param tags its tags
 * @param runs its runs, in order, at least one
 * @param notes what was done besides testing, such as rewriting a golden raster; one line each
 */
@JsonPropertyOrder({"scenario", "file", "status", "seconds", "tags", "notes", "runs"})
public record CaseResult(
        String file,
        @JsonProperty("scenario") String name,
        List<String> tags,
        List<RunResult> runs,
        List<String> notes) {

    /** @throws IllegalArgumentException if there is no run: a case must not pass because nothing was run */
    public CaseResult {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("found no run of " + name + ", expected at least one");
        }
        tags = List.copyOf(tags);
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }

    /** The worst status of its runs. */
    @JsonProperty
    public Status status() {
        return runs.stream().map(RunResult::status).reduce(Status.PASSED, Status::or);
    }

    /** Wall-clock time of all its runs, added up: more than passes if several run at once. */
    @JsonProperty
    public double seconds() {
        return runs.stream().mapToDouble(RunResult::seconds).sum();
    }

    /** Number of runs without a sound result. */
    public long lost() {
        return runs.stream().filter(RunResult::isLost).count();
    }

    /** Number of decisions in all sound runs that are right. */
    public long rightDecisions() {
        return runs.stream().mapToLong(RunResult::rightDecisions).sum();
    }

    /** Number of decisions in all sound runs about clips with a label. */
    public long labelledDecisions() {
        return runs.stream().mapToLong(RunResult::labelledDecisions).sum();
    }

    /** The expectations of all its runs. */
    public Stream<ExpectationOutcome> outcomes() {
        return runs.stream().flatMap(run -> run.outcomes().stream());
    }
}
