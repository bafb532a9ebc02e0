package ganglion.documents;

/**
 * One thing that is wrong with a document.
 *
 * @param file name of the file as the user gave it
 * @param line line counted from 1; 0 if unknown
 * @param pointer JSON pointer of the place; empty for the whole document
 * @param message what was found and what was expected, in one sentence without a full stop
 */
public record DocumentProblem(String file, int line, String pointer, String message) {

    /** The problem as printed: {@code file:line: /pointer: message}, without the parts that are unknown. */
    public String oneLine() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (!pointer.isEmpty()) {
            text.append(pointer).append(": ");
        }
        return text.append(message).toString().replace('\n', ' ');
    }
}
