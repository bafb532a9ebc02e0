package ganglion.report.cause;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question about a finished run, for terminal, page and JSON.
 *
 * @param title what was asked or found, in one line
 * @param parts what is told of it, in the order of reading
 * @param document the answer as JSON
 */
public record Answer(String title, List<Part> parts, ObjectNode document) {

    /** Copies the list. */
    public Answer {
        parts = List.copyOf(parts);
    }

    /**
     * A paragraph, and a table below it.
     *
     * @param text whole sentences; may be empty
     * @param table empty if there is none
     */
    public record Part(String text, Optional<Table> table) {

        static Part of(String text) {
            return new Part(text, Optional.empty());
        }

        static Part of(String text, Table table) {
            return new Part(text, Optional.of(table));
        }
    }
}
