package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.DistanceDependent;
import ganglion.kernel.connectivity.DistanceProfile;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.Grid;
import ganglion.kernel.connectivity.GridDistance;
import ganglion.scenario.format.synapse.RuleKeys.ConnectorKeys;
import ganglion.scenario.model.Connectivity;
import java.util.List;
import java.util.Optional;

/** The rule by which the probability of a synapse falls with distance. */
final class DistanceKeys {

    private static final Key<Profile> PROFILE = Key.of("profile", words("the name of a profile", Profile.class))
            .says(
                    "Rule distance: how the probability p falls with the distance d and the range r: p exp(-d^2 / (2 r^2))"
                            + " (gaussian), p exp(-d / r) (exponential), or p up to r and 0 beyond (step).")
            .required()
            .example("gaussian");

    private static final Key<Double> RANGE = Key.of("range", number().above(0))
            .says("Rule distance: the range r, in the unit of the extent.")
            .required()
            .example(0.2);

    private static final Key<List<Integer>> SOURCE_GRID = grid("source");
    private static final Key<List<Integer>> TARGET_GRID = grid("target");

    private static final Key<List<Double>> EXTENT = Key.of(
                    "extent",
                    listOf("one or two numbers above 0, width and height", number().above(0))
                            .size(1, 2))
            .says(
                    "Rule distance: size of the area over which both grids are spread evenly, each neuron in the middle of its"
                            + " cell, in any unit of length.")
            .byDefault(List.of(1.0, 1.0))
            .example(List.of(1.0, 0.5));

    private static final Key<Boolean> PERIODIC = Key.of("periodic", flag())
            .says("Rule distance: whether opposite edges are joined, as on a ring or a torus.")
            .byDefault(false)
            .example(true);

    static final Kind<Connectivity> KIND = ConnectorKeys.kind(
            "distance",
            Shape.of(
                    "",
                    DistanceKeys::read,
                    ConnectorKeys.PROBABILITY,
                    ConnectorKeys.AUTAPSES,
                    PROFILE,
                    RANGE,
                    SOURCE_GRID,
                    TARGET_GRID,
                    EXTENT,
                    PERIODIC));

    /** How the probability falls. */
    private enum Profile {
        GAUSSIAN {
            @Override
            DistanceProfile of(double probability, double range) {
                return new DistanceProfile.Gaussian(probability, range);
            }
        },
        EXPONENTIAL {
            @Override
            DistanceProfile of(double probability, double range) {
                return new DistanceProfile.Exponential(probability, range);
            }
        },
        STEP {
            @Override
            DistanceProfile of(double probability, double range) {
                return new DistanceProfile.Step(probability, range);
            }
        };

        abstract DistanceProfile of(double probability, double range);
    }

    private DistanceKeys() {}

    private static Key<List<Integer>> grid(String side) {
        return Key.of(
                        side + "-grid",
                        listOf(
                                        "two numbers, columns and rows",
                                        integer().from(1).to(100_000))
                                .size(2, 2))
                .says("Rule distance: columns and rows of the " + side
                        + " neurons, numbered row after row. Left out, all lie in one row.")
                .example(List.of(20, 10));
    }

    private static DistanceDependent read(Place place) {
        Ends ends = Joining.of(place).ends();
        GridDistance distance = new GridDistance(
                grid(SOURCE_GRID, place, ends.sourceSize()),
                grid(TARGET_GRID, place, ends.targetSize()),
                PERIODIC.in(place));
        DistanceProfile profile = PROFILE.in(place).of(ConnectorKeys.PROBABILITY.in(place), RANGE.in(place));
        return new DistanceDependent(
                distance,
                profile,
                ConnectorKeys.AUTAPSES.in(place),
                Joining.of(place).random());
    }

    private static Grid grid(Key<List<Integer>> key, Place place, int size) {
        List<Double> extent = EXTENT.in(place);
        double height = extent.size() < 2 ? 1 : extent.get(1);
        Optional<List<Integer>> shape = key.find(place);
        return new Grid(
                shape.map(each -> each.get(0)).orElse(Math.max(1, size)),
                shape.map(each -> each.get(1)).orElse(1),
                extent.get(0),
                height);
    }
}
