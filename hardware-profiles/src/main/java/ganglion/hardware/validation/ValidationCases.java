package ganglion.hardware.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.ProfileReference;
import ganglion.hardware.validation.ValidationCase.Evidence;
import ganglion.hardware.validation.ValidationCase.Measured;
import ganglion.hardware.validation.ValidationResult.OmittedCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The published measurements that profiles are compared with. A profile has one set of figures; none is changed for a case.
 *
 * @param published measurements with an estimate
 * @param omitted measurements for which the evidence at hand lacks facts of the workload
 * @param networks the dense networks that workloads name, as the documents have them
 */
record ValidationCases(List<PublishedCase> published, List<OmittedCase> omitted, JsonNode networks) {

    private static final List<String> RESOURCES = List.of("conventional.yaml", "neuromorphic.yaml");

    ValidationCases {
        published = List.copyOf(published);
        omitted = List.copyOf(omitted);
    }

    /** The cases that ship with Ganglion. */
    static ValidationCases shipped() {
        List<PublishedCase> published = new ArrayList<>();
        List<OmittedCase> omitted = new ArrayList<>();
        ObjectNode networks = JsonNodeFactory.instance.objectNode();
        DocumentSchema schema = CaseKeys.schema();
        for (String resource : RESOURCES) {
            ValidationCases cases = shipped(resource, schema);
            published.addAll(cases.published);
            omitted.addAll(cases.omitted);
            if (cases.networks instanceof ObjectNode found) {
                networks.setAll(found);
            }
        }
        return new ValidationCases(published, omitted, networks);
    }

    private static ValidationCases shipped(String resource, DocumentSchema schema) {
        try (InputStream stream = ValidationCases.class.getResourceAsStream(resource)) {
            return read(Documents.root(new DocumentReader().read(resource, stream.readAllBytes()), schema));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (InputException e) {
            throw new IllegalStateException("the validation cases are wrong: " + e.getMessage(), e);
        }
    }

    /** @throws InputException with everything that is wrong with the document */
    static ValidationCases read(Document document) throws InputException {
        Place root = Documents.root(document, CaseKeys.schema());
        ValidationCases cases = read(root);
        CaseKeys.checkCases(root, cases.published, shipped().published);
        root.reading().throwIfProblems();
        return cases;
    }

    private static ValidationCases read(Place root) throws InputException {
        ValidationCases cases = CaseKeys.read(root);
        root.reading().throwIfProblems();
        return cases;
    }

    /** All cases with their estimates, in the order of the documents. */
    List<ValidationCase> estimated() {
        List<ValidationCase> cases = new ArrayList<>();
        for (PublishedCase each : published) {
            try {
                cases.add(each.estimated());
            } catch (ProfileException e) {
                throw new IllegalStateException("a case was read without its profile", e);
            }
        }
        return cases;
    }

    /**
     * A published measurement, and the workload that it was made with.
     *
     * @param name what was measured
     * @param device the profile that the estimate is made with, and clock and voltage where they are not the profile's
     * @param chip the chip that was measured, where it is a sister of the profile's
     * @param written the workload as the document has it
     * @param workload the published workload
     * @param value what was measured
     * @param evidence where it comes from
     */
    record PublishedCase(
            String name,
            ProfileReference device,
            Optional<String> chip,
            JsonNode written,
            PublishedWorkload workload,
            Measured value,
            Evidence evidence) {

        /**
         * The measurement beside the estimate.
         *
         * @throws ProfileException if there is no such profile at that point
         * @throws IllegalArgumentException if the profile lacks a figure that the estimate needs
         */
        ValidationCase estimated() throws ProfileException {
            HardwareProfile found = ProfileLibrary.find(device.profile(), device.point());
            double estimate = workload.estimate(found, value.quantity().dimension(), value.boundary());
            HardwareProfile own = ProfileLibrary.find(device.profile());
            return new ValidationCase(name, chip.map(own::standingFor).orElse(own), estimate, value, evidence);
        }
    }
}
