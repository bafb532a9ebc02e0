package ganglion.scenario.experiment.task;

import ganglion.documents.Suggestions;
import java.util.List;
import java.util.ServiceLoader;

/** The tasks that all modules at hand have registered. */
public final class Tasks {

    private static final List<Task<?>> ALL = load();

    private Tasks() {}

    private static List<Task<?>> load() {
        return ServiceLoader.load(Task.class, Task.class.getClassLoader()).stream()
                .<Task<?>>map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The words of all tasks. */
    public static List<String> words() {
        return ALL.stream().map(Task::word).toList();
    }

    /**
     * The task of a word.
     *
     * @throws IllegalArgumentException if there is no such task
     */
    public static Task<?> of(String word) {
        return ALL.stream()
                .filter(task -> task.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "found the task \"" + word + '"' + Suggestions.expected("one of", word, words())));
    }
}
