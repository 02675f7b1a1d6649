package errand.fliggy.live;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets only links through that lead to the seller: a listing is data, and may hold anything. */
final class LinkCheck {

    private final List<String> hosts;

    LinkCheck(List<String> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    /** The link as it was given, when it is https and leads to one of the hosts or below it. */
    Optional<String> passed(String link) {
        try {
            URI uri = URI.create(link.strip());
            boolean safe = "https".equalsIgnoreCase(uri.getScheme()) && uri.getUserInfo() == null;
            String host = uri.getHost();
            return safe && host != null && known(host.toLowerCase(Locale.ROOT))
                    ? Optional.of(uri.toString())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean known(String host) {
        return hosts.stream().anyMatch(each -> host.equals(each) || host.endsWith("." + each));
    }
}
