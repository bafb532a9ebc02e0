package ganglion.scenario.explore.format;

import ganglion.documents.place.Place;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.SearchDimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What contradicts itself in a space, whatever the experiment: values that are the same, and places that are set twice. */
final class SpaceRules {

    private SpaceRules() {}

    /**
     * Notes what is wrong.
     *
     * @param vary the place of the dimensions
     * @param dimensions by name
     */
    static void check(Place vary, Map<String, SearchDimension> dimensions) {
        if (dimensions.size() > DimensionKeys.MOST_DIMENSIONS) {
            vary.problem(
                    "found " + dimensions.size() + " dimensions, expected at most " + DimensionKeys.MOST_DIMENSIONS);
        }
        Map<String, String> setters = new LinkedHashMap<>();
        dimensions.forEach((name, dimension) -> {
            Place place = vary.at(name);
            if (dimension instanceof Choice choice) {
                checkOptions(place, choice.options());
            }
            Set<String> own = dimension.pointers();
            own.forEach(pointer -> checkOthers(place, pointer, setters));
            own.forEach(pointer -> setters.putIfAbsent(pointer, name));
        });
    }

    /** No two values may have one name or set the same, and none may set a place and what is in it. */
    private static void checkOptions(Place place, List<Choice.Option> options) {
        for (int i = 0; i < options.size(); i++) {
            Choice.Option option = options.get(i);
            for (Choice.Option before : options.subList(0, i)) {
                if (before.text().equals(option.text()) || before.settings().equals(option.settings())) {
                    place.problem("found " + before.text() + " and " + option.text()
                            + ", which are the same, expected different values");
                }
            }
            for (String pointer : option.settings().keySet()) {
                for (String other : option.settings().keySet()) {
                    if (isWithin(other, pointer)) {
                        place.problem("found " + other + " beside " + pointer + " in " + option.text()
                                + ", expected no place within another one");
                    }
                }
            }
        }
    }

    private static void checkOthers(Place place, String pointer, Map<String, String> setters) {
        for (Map.Entry<String, String> setter : setters.entrySet()) {
            String other = setter.getKey();
            if (other.equals(pointer)) {
                place.problem("found " + pointer + ", which " + setter.getValue()
                        + " sets as well, expected it in one of them");
            } else if (isWithin(other, pointer) || isWithin(pointer, other)) {
                place.problem("found " + pointer + " beside " + other + " of " + setter.getValue()
                        + ", expected no place within another one");
            }
        }
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.startsWith(outer + "/");
    }
}
