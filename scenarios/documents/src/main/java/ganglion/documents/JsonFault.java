package ganglion.documents;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a text that is no JSON (RFC 8259): what was found where, and what was expected. */
public final class JsonFault {

    private static final Pattern CHARACTER = Pattern.compile("character \\(?'(.*?)'? \\(code (\\d+)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("^(?:Unrecognized|Non-standard) token '(.*?)'", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("escape '?(.*?)'? \\(code", Pattern.DOTALL);
    private static final Pattern CLOSING = Pattern.compile("close marker '(.)'(?:: expected '(.)')?");
    private static final int LONGEST_WORD = 40;
    private static final String VALUE =
            "a text in double quotes, a finite number, true, false, null, an object or a list";

    private JsonFault() {}

    /** The fault without its line: {@code not valid JSON: found 'x' in column 3, expected a colon}. */
    public static String message(JsonProcessingException fault) {
        JsonLocation location = fault.getLocation();
        String place = location == null || location.getColumnNr() < 1 ? "" : " in column " + location.getColumnNr();
        return "not valid JSON: " + said(fault.getOriginalMessage(), place);
    }

    /** Line of the fault, from 1; 0 if it is not known. */
    public static int line(JsonProcessingException fault) {
        return fault.getLocation() == null ? 0 : Math.max(0, fault.getLocation().getLineNr());
    }

    private static String said(String foreign, String place) {
        if (foreign.contains("end-of-input")) {
            return "found the end of the file, expected the end of what was begun";
        }
        if (foreign.contains("exceeds the maximum")) {
            return "found a number, a text or a nesting" + place + " that is longer than any that is read";
        }
        Matcher word = WORD.matcher(foreign);
        if (word.find()) {
            return "found \"" + shortened(word.group(1)) + "\"" + place + ", expected " + VALUE;
        }
        if (foreign.contains("character escape") && !foreign.contains("hex-digit")) {
            Matcher escape = ESCAPE.matcher(foreign);
            return "found the escape \\" + (escape.find() ? shortened(escape.group(1)) : "") + place
                    + ", expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000";
        }
        if (foreign.contains("unquoted character")) {
            return "found a control character" + place + ", expected it written as \\n, \\t or \\u0000";
        }
        Matcher closing = CLOSING.matcher(foreign);
        if (closing.find()) {
            String expected = closing.group(2) == null ? "it only after what it closes" : "'" + closing.group(2) + "'";
            return "found '" + closing.group(1) + "'" + place + ", expected " + expected;
        }
        if (foreign.startsWith("Invalid numeric value")) {
            return "found a number" + place + ", expected one without leading zeros or plus, such as 12 or -0.5";
        }
        Matcher character = CHARACTER.matcher(foreign);
        String found = character.find() ? character(Integer.parseInt(character.group(2))) : "something else";
        return "found " + found + place + ", expected " + expected(foreign);
    }

    private static String character(int code) {
        return code > ' ' && code < 127 ? "'" + (char) code + "'" : String.format("the character U+%04X", code);
    }

    private static String expected(String foreign) {
        if (foreign.contains("colon")) {
            return "a colon after the key";
        }
        if (foreign.contains("field name")) {
            return "a key in double quotes";
        }
        if (foreign.contains("comma")) {
            return "a comma, or the end of the object or list";
        }
        if (foreign.contains("hex-digit")) {
            return "four hexadecimal digits after \\u";
        }
        return foreign.contains("numeric value") ? "a digit" : VALUE;
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "...";
    }
}
