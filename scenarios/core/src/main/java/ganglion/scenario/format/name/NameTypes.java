package ganglion.scenario.format.name;

import ganglion.documents.key.Type;
import ganglion.documents.key.Types;

/** The types of names that a scenario gives and refers to. */
public final class NameTypes {

    /** The name of an input or population that there must be. */
    public static final Type<String> INPUT_OR_POPULATION = Types.checked(
            Types.name(), place -> place.reading().context(DeclaredNames.class).sizeOfAny(place));

    /** The name of a population that there must be. */
    public static final Type<String> POPULATION = Types.checked(
            Types.name(), place -> place.reading().context(DeclaredNames.class).sizeOfPopulation(place));

    private NameTypes() {}
}
