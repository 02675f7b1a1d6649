package errand.alipay.wallet;

import errand.agent.Describe;
import java.util.List;

/** How the person can pay. */
public record Methods(
        @Describe("One line for a card") String title,
        @Describe("The method of a payment that names none") Method defaultMethod,
        @Describe("All methods, the default first") List<MethodState> methods) {

    public Methods {
        methods = List.copyOf(methods);
    }
}
