package errand.taobao.market;

import errand.agent.Describe;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the person is a member, and what that brings. */
public record Membership(
        @Describe("Name of the membership") String name,
        @Describe("True: member prices count in every quote") boolean member,
        @Describe("Member since; absent for who is none") @Nullable LocalDate since,
        @Describe("Member until; absent for who is none") @Nullable LocalDate until,
        @Describe("What members get") List<String> benefits) {

    public Membership {
        benefits = List.copyOf(benefits);
    }
}
