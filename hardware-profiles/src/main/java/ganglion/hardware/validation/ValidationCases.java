package ganglion.hardware.validation;

import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.validation.ValidationCase.Evidence;
import ganglion.hardware.validation.ValidationCase.Measured;
import ganglion.hardware.validation.ValidationResult.OmittedCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The published measurements that profiles are compared with. A profile has one set of figures; none is changed for a case.
 *
 * @param published measurements with an estimate
 * @param omitted measurements for which the evidence at hand lacks facts of the workload
 */
record ValidationCases(List<PublishedCase> published, List<OmittedCase> omitted) {

    private static final List<String> RESOURCES = List.of("conventional.yaml", "neuromorphic.yaml");

    ValidationCases {
        published = List.copyOf(published);
        omitted = List.copyOf(omitted);
    }

    /** The cases that ship with Ganglion. */
    static ValidationCases shipped() {
        List<PublishedCase> published = new ArrayList<>();
        List<OmittedCase> omitted = new ArrayList<>();
        DocumentSchema schema = DocumentSchema.of(CaseKeys.schema());
        for (String resource : RESOURCES) {
            ValidationCases cases = shipped(resource, schema);
            published.addAll(cases.published);
            omitted.addAll(cases.omitted);
        }
        return new ValidationCases(published, omitted);
    }

    private static ValidationCases shipped(String resource, DocumentSchema schema) {
        try (InputStream stream = ValidationCases.class.getResourceAsStream(resource)) {
            return read(new DocumentReader().read(resource, stream.readAllBytes()), schema);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (InputException e) {
            throw new IllegalStateException("the validation cases are wrong: " + e.getMessage(), e);
        }
    }

    /** @throws InputException with everything that is wrong with the document */
    static ValidationCases read(Document document) throws InputException {
        return read(document, DocumentSchema.of(CaseKeys.schema()));
    }

    private static ValidationCases read(Document document, DocumentSchema schema) throws InputException {
        Place root = Documents.root(document, schema);
        ValidationCases cases = CaseKeys.read(root);
        root.reading().throwIfProblems();
        return cases;
    }

    /**
     * All cases with their estimates, in the order of the documents.
     *
     * @throws ProfileException if a case names an unknown profile
     */
    List<ValidationCase> estimated() throws ProfileException {
        List<ValidationCase> cases = new ArrayList<>();
        for (PublishedCase each : published) {
            cases.add(each.estimated());
        }
        return cases;
    }

    /**
     * A published measurement, and the workload that it was made with.
     *
     * @param name what was measured
     * @param profile name of the profile that the estimate is made with
     * @param point clock and voltage, where they are not the profile's
     * @param workload the published workload
     * @param value what was measured
     * @param evidence where it comes from
     */
    record PublishedCase(
            String name,
            String profile,
            OperatingPointRequest point,
            PublishedWorkload workload,
            Measured value,
            Evidence evidence) {

        /** The measurement beside the estimate. */
        ValidationCase estimated() throws ProfileException {
            HardwareProfile found = ProfileLibrary.find(profile, point);
            double estimate = workload.estimate(found, value.quantity().dimension(), value.boundary());
            return new ValidationCase(name, ProfileLibrary.find(profile), estimate, value, evidence);
        }
    }
}
