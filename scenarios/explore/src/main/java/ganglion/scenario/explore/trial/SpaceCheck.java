package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.data.OutputCheck;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What is wrong with the experiment and the space of a search before anything is trained. */
public final class SpaceCheck {

    private SpaceCheck() {}

    /**
     * Looks whether the experiment has as many outputs as classes, and what varies: refused is a dimension of which the experiment takes no value, of a range
     * neither bound. Values that it refuses beside others that it takes are configurations that fit no device.
     *
     * @return the experiment as it is, with the first seed
     * @throws InputException with what is wrong with the experiment, or a problem for each dimension that is refused
     */
    public static Variant check(Search search) throws InputException {
        Variant reference =
                Variant.of(search, Configuration.AS_IT_IS, search.seeds().first(), 0);
        List<Problem> problems = new ArrayList<>(OutputCheck.problems(reference.experiment()));
        for (SearchDimension dimension : search.space().dimensions()) {
            DoubleStream values = dimension instanceof Range range
                    ? DoubleStream.of(range.low(), range.high())
                    : IntStream.range(0, ((Choice) dimension).options().size()).asDoubleStream();
            List<Optional<Problem>> refusals =
                    values.mapToObj(value -> refusal(search, dimension, value)).toList();
            if (refusals.stream().allMatch(Optional::isPresent)) {
                Problem first = refusals.get(0).orElseThrow();
                problems.add(new Problem(
                        search.file(),
                        0,
                        "/vary/" + dimension.name(),
                        "found what the experiment does not take: " + first.pointer() + ": " + first.message()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return reference;
    }

    private static Optional<Problem> refusal(Search search, SearchDimension dimension, double coordinate) {
        try {
            Variant.of(
                    search.with(new Space(List.of(dimension))),
                    new Configuration(Map.of(dimension.name(), dimension.text(coordinate))),
                    search.seeds().first(),
                    0);
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e.problems().get(0));
        }
    }
}
