package ganglion.documents;

/** JSON pointers as text (RFC 6901). */
public final class JsonPointers {

    private JsonPointers() {}

    /** The pointer of an object's member. */
    public static String member(String pointer, String key) {
        return pointer + '/' + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of an array's element. */
    public static String element(String pointer, int index) {
        return pointer + '/' + index;
    }
}
