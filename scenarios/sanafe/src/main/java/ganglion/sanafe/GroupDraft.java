package ganglion.sanafe;

import java.util.Arrays;

/** A group while it is read. Not thread safe. */
final class GroupDraft {

    static final int UNMAPPED = -1;

    private final String name;
    private final Spot place;
    private final Attributes[] attributes;
    private final int[] core;

    /** @param place where messages about the group point at */
    GroupDraft(String name, Spot place, int size, Attributes defaults) {
        this.name = name;
        this.place = place;
        this.attributes = new Attributes[size];
        this.core = new int[size];
        Arrays.fill(attributes, defaults);
        Arrays.fill(core, UNMAPPED);
    }

    String name() {
        return name;
    }

    Spot place() {
        return place;
    }

    int size() {
        return attributes.length;
    }

    Attributes attributes(int neuron) {
        return attributes[neuron];
    }

    void setAttributes(int neuron, Attributes given) {
        attributes[neuron] = given;
    }

    int core(int neuron) {
        return core[neuron];
    }

    void setCore(int neuron, int given) {
        core[neuron] = given;
    }
}
