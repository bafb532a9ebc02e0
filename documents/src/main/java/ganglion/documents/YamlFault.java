package ganglion.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says what is wrong with a text that is no YAML (1.1, as the parser reads it): what was found where, and what was expected. */
final class YamlFault {

    private static final int LONGEST_EXCERPT = 20;

    /** How far behind the first character of a key the parser looks for its colon, as YAML wants it. */
    private static final int LONGEST_KEY = 1024;

    private YamlFault() {}

    static Problem problem(String file, String text, JsonProcessingException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                Mark mark = marked.getProblemMark();
                return new Problem(file, mark.getLine() + 1, "", message(text, marked, mark));
            }
            if (cause instanceof WatchedText.LongRun run) {
                return new Problem(file, run.line(), "", run.getMessage());
            }
            if (cause instanceof ReaderException strange) {
                String found = String.format("found the character U+%04X", strange.getCodePoint());
                int line = 1
                        + (int) text.codePoints()
                                .limit(strange.getPosition())
                                .filter(c -> c == '\n')
                                .count();
                return new Problem(
                        file, line, "", "not valid YAML: " + found + ", expected text without control characters");
            }
        }
        return new Problem(
                file, JsonFault.line(fault), "", "not valid YAML: found something else, expected keys and values");
    }

    private static String message(String text, MarkedYAMLException fault, Mark mark) {
        String found = excerpt(text, mark);
        return "not valid YAML: found " + found + " in column " + (mark.getColumn() + 1)
                + (isBehindALongKey(fault, mark)
                        ? ", expected a key of at most " + LONGEST_KEY + " characters"
                        : expected(String.valueOf(fault.getProblem()), found, fault.getContextMark()));
    }

    private static boolean isBehindALongKey(MarkedYAMLException fault, Mark mark) {
        Mark begun = fault.getContextMark();
        return begun != null
                && begun.getLine() == mark.getLine()
                && mark.getIndex() - begun.getIndex() > LONGEST_KEY
                && "while scanning a simple key".equals(fault.getContext());
    }

    private static String expected(String problem, String found, Mark begun) {
        if (found.equals("the end of the file") || problem.contains("end of stream")) {
            return ", expected the end of what was begun" + (begun == null ? "" : " in line " + (begun.getLine() + 1));
        }
        if (found.equals("a tab")) {
            return ", expected blanks: tabs do not indent";
        }
        if (problem.contains("cannot start any token")) {
            return ", expected a value that begins with another character, or in quotes";
        }
        if (problem.contains("mapping values are not allowed")) {
            return ", expected one key in a line, and quotes around a text with a colon";
        }
        if (problem.contains("could not find expected ':'")) {
            return ", expected a colon after the key in the line before";
        }
        if (problem.contains("',' or ']'")) {
            return ", expected a comma or ]";
        }
        if (problem.contains("',' or '}'")) {
            return ", expected a comma or }";
        }
        if (problem.contains("<block end>")) {
            return ", expected what begins in the column of the lines above";
        }
        if (problem.contains("escape character")) {
            return ", expected an escape that YAML knows, or single quotes around the text";
        }
        return ", expected keys and values; a text that begins with one of !&*|>%@ needs quotes";
    }

    /** The word at the place of a fault. */
    private static String excerpt(String text, Mark mark) {
        int start = mark.getIndex() >= text.codePointCount(0, text.length())
                ? text.length()
                : text.offsetByCodePoints(0, mark.getIndex());
        if (start >= text.length()) {
            return "the end of the file";
        }
        char first = text.charAt(start);
        if (first == '\t') {
            return "a tab";
        }
        if (first == '\n' || first == '\r') {
            return "the end of the line";
        }
        int end = start + 1;
        while (end < text.length() && end - start < LONGEST_EXCERPT && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return "\"" + text.substring(start, end) + "\"";
    }
}
