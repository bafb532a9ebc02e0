package ganglion.scenario.format;

import ganglion.documents.Document;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import ganglion.scenario.RandomStreams;
import ganglion.scenario.SourceMap;
import ganglion.scenario.data.TickTimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the readers of the parts of one scenario share: the places of its values, the clock, the seeds, the names that may be referred
 * to, and the problems found so far. A reader that finds a problem notes it and goes on with a stand-in, so that all
 * problems come out together; nothing is made of a scenario that has any. For one document and one thread.
 */
public final class Reading {

    private final SourceMap source;
    private final ScenarioFolder folder;
    private final List<Problem> problems = new ArrayList<>();
    private TickTimes times;
    private RandomStreams streams;
    private DeclaredNames names;

    Reading(SourceMap source, ScenarioFolder folder) {
        this.source = source;
        this.folder = folder;
    }

    Place root(Document document) {
        return new Place(this, "", document.root());
    }

    /** Where the values of the document stand. */
    public SourceMap source() {
        return source;
    }

    ScenarioFolder folder() {
        return folder;
    }

    /** The file that a value was written in, which its relative paths start from. */
    public Path fileOf(String pointer) {
        return Path.of(source.fileOf(pointer));
    }

    /** The clock, once it is known. */
    public TickTimes times() {
        return times;
    }

    /** Says how long a tick is, before any time is read. */
    public void setClock(TickTimes clock) {
        this.times = clock;
    }

    /** Where random numbers come from. */
    public RandomStreams streams() {
        return streams;
    }

    /** Says where random numbers come from, before anything is read that depends on chance. */
    public void setStreams(RandomStreams ofSeed) {
        this.streams = ofSeed;
    }

    DeclaredNames names() {
        return names;
    }

    void setNames(DeclaredNames declared) {
        this.names = declared;
    }

    /** Notes what is wrong with the value at a pointer. */
    public void note(String pointer, String message) {
        problems.add(source.problem(pointer, message));
    }

    void note(Problem problem) {
        problems.add(problem);
    }

    /** Whether anything was noted. */
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** The problems by line, those of one line as they were found. */
    public List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    /** @throws InputException with all problems, if any were noted */
    public void throwIfProblems() throws InputException {
        if (hasProblems()) {
            throw new InputException(problems());
        }
    }
}
