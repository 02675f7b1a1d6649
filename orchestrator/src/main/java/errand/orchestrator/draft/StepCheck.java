package errand.orchestrator.draft;

import errand.orchestrator.documents.TemplateCheck;
import errand.orchestrator.draft.Draft.Otherwise;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.StepSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks one step against its capability and against the other steps. Lives for one step. */
final class StepCheck {

    private final Draft.Step step;
    private final Set<String> ids;
    private final Catalogue catalogue;
    private final Faults faults;
    private final Set<String> referenced = new LinkedHashSet<>();

    StepCheck(Draft.Step step, Set<String> ids, Catalogue catalogue, Faults faults) {
        this.step = step;
        this.ids = ids;
        this.catalogue = catalogue;
        this.faults = faults;
    }

    StepSpec spec() {
        work(step.capability(), step.input(), step.path());
        expression(step.each(), "each");
        expression(step.when(), "when");
        OnFailure onFailure = onFailure();
        listed();
        return new StepSpec(
                step.id(),
                step.capability(),
                step.input().toString(),
                ids.stream().filter(referenced::contains).toList(),
                step.each(),
                step.when(),
                step.answerWithin(),
                onFailure);
    }

    private OnFailure onFailure() {
        return switch (step.onFailure()) {
            case Otherwise.Fail it -> new OnFailure.Fail();
            case Otherwise.Skip it -> new OnFailure.Skip();
            case Otherwise.Revise it -> new OnFailure.Revise();
            case Otherwise.Try(String capability, JsonNode input) -> {
                work(capability, input, step.path() + "/onFailure/try");
                yield new OnFailure.Try(capability, input.toString());
            }
        };
    }

    private void work(String capability, JsonNode input, String path) {
        Manifest manifest = catalogue.use(capability, path + "/capability");
        TemplateCheck check =
                TemplateCheck.ofInput(input, manifest == null ? null : manifest.inputSchema());
        take(check, path + "/input");
        if (check.usesItem() && step.each() == null) {
            faults.add(
                    path + "/input",
                    "ITEM_OUTSIDE_EACH",
                    "$item is only there in a step with 'each'.");
        }
        if (manifest != null && manifest.effect() == Effect.PAY) {
            invented(input, path + "/input");
        }
    }

    /** Payee and amount of a payment come from quotes, never from whoever writes the plan. */
    private void invented(JsonNode input, String path) {
        for (String name : List.of("payee", "amount", "total")) {
            constant(input.path(name), path + "/" + name);
        }
        for (int i = 0; i < input.path("lines").size(); i++) {
            JsonNode line = input.path("lines").path(i);
            constant(line.path("payee"), path + "/lines/" + i + "/payee");
            constant(line.path("amount"), path + "/lines/" + i + "/amount");
        }
    }

    private void constant(JsonNode value, String path) {
        if (!value.isMissingNode() && !value.isNull() && !value.toString().contains("${")) {
            faults.add(
                    path,
                    "NOT_FROM_QUOTE",
                    "Payee and amount of a payment must come from a quote: take ${$out.<step>.lines}"
                            + " of the person.consent.ask step.");
        }
    }

    private void expression(@Nullable String text, String name) {
        if (text == null) {
            return;
        }
        TemplateCheck check = TemplateCheck.ofExpression(text);
        take(check, step.path() + "/" + name);
        if (check.usesItem()) {
            faults.add(
                    step.path() + "/" + name,
                    "ITEM_OUTSIDE_EACH",
                    "'%s' is decided once for the whole step, before there is an $item."
                            .formatted(name));
        }
    }

    private void take(TemplateCheck check, String path) {
        check.problems().forEach(it -> faults.add(path + it.pointer(), it.code(), it.message()));
        for (TemplateCheck.Reference reference : check.references()) {
            if (ids.contains(reference.step())) {
                referenced.add(reference.step());
            } else {
                faults.add(
                        path + reference.pointer(),
                        "REFERENCE_UNKNOWN",
                        "$out.%s: there is no step '%s'. There are: %s."
                                .formatted(
                                        reference.step(),
                                        reference.step(),
                                        String.join(", ", ids)));
            }
        }
    }

    private void listed() {
        for (int i = 0; i < step.needs().size(); i++) {
            String need = step.needs().get(i);
            if (ids.contains(need)) {
                referenced.add(need);
            } else {
                faults.add(
                        step.path() + "/needs/" + i,
                        "NEED_UNKNOWN",
                        "There is no step '%s'. There are: %s."
                                .formatted(need, String.join(", ", ids)));
            }
        }
    }
}
