package ganglion.documents.place;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.JsonPointers;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value of a document that follows the schema, with its pointer. Readers walk from place to place, so that whatever
 * they find wrong they can point at.
 */
public record Place(Reading reading, String pointer, JsonNode node) {

    /** Whether there is a member of a key. */
    public boolean has(String key) {
        return node.has(key);
    }

    /** The member of a key that the schema makes certain. */
    public Place at(String key) {
        JsonNode member = node.get(key);
        if (member == null) {
            throw new IllegalStateException("the schema lets " + pointer + " go without " + key);
        }
        return new Place(reading, JsonPointers.member(pointer, key), member);
    }

    /** The member of a key, if there is one. */
    public Optional<Place> find(String key) {
        return has(key) ? Optional.of(at(key)) : Optional.empty();
    }

    /** The elements of a list. */
    public List<Place> elements() {
        List<Place> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Place(reading, JsonPointers.element(pointer, i), node.get(i)));
        }
        return elements;
    }

    /** The elements of the list at a key; none where the key is left out. */
    public List<Place> elements(String key) {
        return find(key).map(Place::elements).orElse(List.of());
    }

    /** Position of this element in its list, counted from 0. */
    public int position() {
        return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** The same place for a first look: what is noted from here on is forgotten. */
    public Place unnoted() {
        return new Place(reading.unnoted(), pointer, node);
    }

    /** This value, which the schema makes a text. */
    public String text() {
        return node.textValue();
    }

    /** This value, a quantity, in its base unit. */
    public double quantity(Dimension dimension, double fallback) {
        return read(text -> Quantity.parse(text, dimension).value(), fallback);
    }

    /** This value, a time, which must be a whole number of ticks. */
    public long ticks() {
        return read(reading.times()::wholeTicks, 1L);
    }

    /** This value, a delay of at least one tick. */
    public int delayTicks() {
        return read(reading.times()::delayTicks, 1);
    }

    /** This value, a time in ticks, which need not be whole. */
    public double fractionalTicks(double fallback) {
        return read(reading.times()::ticks, fallback);
    }

    /** What a parser makes of this text; where it refuses, its message is noted. */
    private <T> T read(Function<String, T> parser, T fallback) {
        try {
            return parser.apply(text());
        } catch (IllegalArgumentException e) {
            problem(e.getMessage());
            return fallback;
        }
    }

    /** The file that this value names, which must be there; a stand-in where a problem was noted. */
    public DocumentPath file() {
        return file(text());
    }

    /** The file of a name that is part of this value. */
    public DocumentPath file(String written) {
        return findFile(written, true).orElseGet(() -> standIn(written));
    }

    /** The folder that this value names, which must be there; a stand-in where a problem was noted. */
    public DocumentPath folder() {
        try {
            return reading.folder().resolveFolder(text(), reading.fileOf(pointer));
        } catch (IllegalArgumentException e) {
            problem(e.getMessage());
            return standIn(text());
        }
    }

    /** The file that this value names, whether or not it is there. */
    public DocumentPath futureFile() {
        return findFile(text(), false).orElseGet(() -> standIn(text()));
    }

    /** The file of a name, empty where a problem was noted. */
    public Optional<DocumentPath> findFile(String written, boolean mustExist) {
        try {
            DocumentPath file = reading.folder().resolve(written, reading.fileOf(pointer), mustExist);
            reading.noteFile(pointer, file);
            return Optional.of(file);
        } catch (IllegalArgumentException e) {
            problem(e.getMessage());
            return Optional.empty();
        }
    }

    /** In the place of a file that cannot be used; a scenario with one is never made. */
    public static DocumentPath standIn(String written) {
        return new DocumentPath(written, Path.of("unusable").toAbsolutePath());
    }

    /** Notes that something is wrong here: what was found and what was expected, without a full stop. */
    public void problem(String message) {
        reading.note(pointer, message);
    }
}
