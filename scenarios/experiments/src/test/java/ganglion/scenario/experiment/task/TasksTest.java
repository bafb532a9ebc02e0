package ganglion.scenario.experiment.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.key.Key;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TasksTest {

    private static final List<String> OF_THIS_MODULE = List.of("classification", "detection");

    @Test
    void anUnknownTaskIsAnsweredWithTheKnownOnesAndTheNearest() {
        String message = assertThrows(IllegalArgumentException.class, () -> Tasks.of("detektion"))
                .getMessage();

        assertEquals(
                "found the task \"detektion\", expected one of " + String.join(", ", Tasks.words())
                        + ", did you mean \"detection\"?",
                message);
    }

    static List<String> words() {
        return Tasks.words();
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyTaskHasTheKeysOfAllExperimentsFirst(String word) {
        List<String> keys =
                Tasks.of(word).shape().keys().stream().map(Key::name).toList();

        assertEquals(
                List.of("$schema", "format", "experiment", "task", "description", "extends", "seed"),
                keys.subList(0, 7));
        assertEquals(1, keys.stream().filter("seeds"::equals).count());
        assertEquals(keys.size(), keys.stream().distinct().count());
    }

    @ParameterizedTest
    @MethodSource("words")
    void onlyTheTaskOfExperimentsWithoutOneCanBeLeftOut(String word) {
        Key<?> task = Tasks.of(word).shape().keys().get(3);

        assertEquals(!word.equals("classification"), task.isRequired());
        assertEquals(word.equals("classification"), task.defaultValue().isPresent());
    }
}
