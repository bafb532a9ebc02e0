package ganglion.documents.place;

import java.util.List;

/** Rules about the keys of an object whose kind is named by one of them. */
public final class OwnKeys {

    private OwnKeys() {}

    /**
     * Notes keys that do not go with the object's kind, and keys that it needs and has not.
     *
     * @param kind the key that names the kind
     */
    public static boolean check(Place place, String kind, List<String> required, List<String> optional) {
        String which = kind + " " + place.text(kind, "");
        boolean good = true;
        for (String key : required) {
            if (!place.has(key)) {
                place.problem("found no \"" + key + "\", which " + which + " requires");
                good = false;
            }
        }
        for (var member : place.node().properties()) {
            String key = member.getKey();
            if (!key.equals(kind) && !required.contains(key) && !optional.contains(key)) {
                place.at(key).problem("found a key that does not go with " + which);
                good = false;
            }
        }
        return good;
    }
}
