package ganglion.scenario.experiment;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.SourceMap;
import java.nio.file.Path;

/**
 * The part that is common to all experiments.
 *
 * @param file the experiment file
 * @param source the places of its values
 * @param name of the experiment
 * @param task name of the task
 * @param description empty if there is none
 * @param seed of all random numbers
 * @param document the whole file as JSON, with what it extends and what the command line set
 */
public record ExperimentHead(
        Path file, SourceMap source, String name, String task, String description, long seed, String document) {

    /** A problem with the value at a pointer. */
    public Problem problem(String pointer, String message) {
        return source.problem(pointer, message);
    }

    /** Problems of files that a value at a pointer names, as problems with that value; their messages then begin with the file. */
    public InputException at(String pointer, InputException problems) {
        return new InputException(problems.problems().stream()
                .map(problem ->
                        problem(pointer, (problem.file().isEmpty() ? "" : problem.file() + ": ") + problem.message()))
                .toList());
    }
}
