package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Quote;
import errand.simulation.DeskBooks.Booked;
import errand.simulation.DeskBooks.Held;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The books of a business agree with its inbox and with how the plans ended (G3, G4, G5). */
final class DeskInvariants {

    private final DeskBooks books;
    private final Endings endings;

    DeskInvariants(DeskBooks books, Endings endings) {
        this.books = books;
        this.endings = endings;
    }

    void hold() {
        Broken.unless("G3 inbox and books agree", this::inboxAndBooksAgree);
        Broken.unless("G4 quotes come from agents", this::quotesAreTheAgents);
        Broken.unless("G5 nothing stays held", this::nothingStaysHeld);
        Broken.unless("nothing is sold twice", () -> assertThat(books.oversold).isEmpty());
    }

    private void inboxAndBooksAgree() {
        Set<String> held = books.inbox.done(DeskInvariants::holds);
        Set<String> booked = books.inbox.done(DeskInvariants::books);
        assertThat(books.heldBy()).as("holds").isEqualTo(held);
        assertThat(books.bookedBy()).as("bookings").isEqualTo(booked);
        Set<String> undone =
                books.inbox.done(name -> name.endsWith(".cancel")).stream()
                        .map(DeskInvariants::stepOf)
                        .collect(Collectors.toSet());
        for (Booked booking : books.bookings) {
            assertThat(booking.stands())
                    .as("%s stands", booking)
                    .isNotEqualTo(undone.contains(stepOf(booking.task())));
        }
    }

    private static String stepOf(String task) {
        return task.replaceFirst("/(do|undo)/\\d+$", "");
    }

    private static boolean holds(String capability) {
        return capability.matches(".*\\.(hold|reserve)|taobao\\.goods\\.order");
    }

    private static boolean books(String capability) {
        return capability.matches(".*\\.(book|commit)|taobao\\.goods\\.order");
    }

    private void quotesAreTheAgents() {
        for (Plan plan : endings.plans()) {
            for (Quote quote : plan.quotes().values()) {
                boolean ours = quote.payee().id().startsWith(books.agent() + ":");
                JsonNode given = books.quotes.get(quote.quoteId());
                if (given != null) {
                    assertThat(quote.total().amount()).isEqualTo(books.total(quote.quoteId()));
                    assertThat(quote.payee().id()).isEqualTo(given.at("/payee/id").asString(""));
                }
                assertThat(given != null || !ours).as("%s was given", quote).isTrue();
            }
        }
    }

    private void nothingStaysHeld() {
        assertThat(books.holds.stream().filter(hold -> hold.state().equals("HELD")))
                .allMatch(hold -> endings.givenUp(hold.task()));
        Set<String> standing =
                books.bookings.stream()
                        .filter(Booked::stands)
                        .map(Booked::holdId)
                        .collect(Collectors.toSet());
        Set<String> givenUp =
                books.holds.stream()
                        .filter(hold -> endings.givenUp(hold.task()))
                        .map(Held::holdId)
                        .collect(Collectors.toSet());
        assertThat(books.keeping).as("what is sold is kept").containsAll(standing);
        standing.addAll(givenUp);
        assertThat(standing).as("what is kept was sold").containsAll(books.keeping);
        assertThat(books.bookings.stream().filter(Booked::stands))
                .as("what stands was wanted")
                .allMatch(it -> endings.stands(it.task()) || endings.givenUp(it.task()));
    }
}
