package ganglion.documents.place;

import ganglion.documents.Document;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.TickTimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parts of one document share while they are read: the places of its values, the clock, the seeds, the names that may be referred
 * to, and the problems found so far. A reader that finds a problem notes it and goes on with a stand-in, so that all
 * problems come out together; nothing is made of a scenario that has any. For one document and one thread.
 */
public final class Reading {

    private final SourceMap source;
    private final DocumentFolder folder;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, DocumentPath> files = new LinkedHashMap<>();
    private TickTimes times;
    private final Map<Class<?>, Object> context = new HashMap<>();

    public Reading(SourceMap source, DocumentFolder folder) {
        this.source = source;
        this.folder = folder;
    }

    public Place root(Document document) {
        return new Place(this, "", document.root());
    }

    /** The same document, clock and context, with problems that are noted nowhere else. */
    Reading unnoted() {
        Reading other = new Reading(source, folder);
        other.times = times;
        other.context.putAll(context);
        return other;
    }

    /** Where the values of the document stand. */
    public SourceMap source() {
        return source;
    }

    DocumentFolder folder() {
        return folder;
    }

    /** The file that a value was written in, which its relative paths start from. */
    public Path fileOf(String pointer) {
        return Path.of(source.fileOf(pointer));
    }

    void noteFile(String pointer, DocumentPath file) {
        files.put(pointer, file);
    }

    /** The files that the document names, by the JSON pointer of the value that names them. Complete once the whole document has been read. */
    public Map<String, DocumentPath> files() {
        return Collections.unmodifiableMap(files);
    }

    /** The clock, once it is known. */
    public TickTimes times() {
        return times;
    }

    /** Says how long a tick is, before any time is read. */
    public void setClock(TickTimes clock) {
        this.times = clock;
    }

    /**
     * Something that was set before, of a type of the format's own: the seeds, the names that may be referred to.
     *
     * @throws IllegalStateException if nothing of the type was set
     */
    public <T> T context(Class<T> type) {
        Object found = context.get(type);
        if (found == null) {
            throw new IllegalStateException("no " + type.getSimpleName() + " was set before it is needed");
        }
        return type.cast(found);
    }

    /** Sets what {@link #context} gives for a type. */
    public <T> void setContext(Class<T> type, T value) {
        context.put(type, value);
    }

    /** Notes what is wrong with the value at a pointer. */
    public void note(String pointer, String message) {
        problems.add(source.problem(pointer, message));
    }

    public void note(Problem problem) {
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
