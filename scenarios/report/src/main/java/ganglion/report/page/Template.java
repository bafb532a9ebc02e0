package ganglion.report.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places such as {@code @title@}. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("@([a-zA-Z]+)@");

    private Template() {}

    /** Fills all places in one pass, so that a place inside a value stays text. */
    static String filled(String template, Map<String, String> values) {
        Matcher places = PLACE.matcher(template);
        StringBuilder page = new StringBuilder();
        int rest = 0;
        while (places.find()) {
            String value = values.get(places.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing to fill the place " + places.group(1));
            }
            page.append(template, rest, places.start()).append(value);
            rest = places.end();
        }
        return page.append(template, rest, template.length()).toString();
    }
}
