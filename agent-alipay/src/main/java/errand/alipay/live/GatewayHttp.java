package errand.alipay.live;

import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AbstractHttpClient;
import errand.runtime.live.VendorHttp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How the SDK talks to the gateway: its own client waits for each byte anew and may trust any
 * certificate; this one has one limit for the whole answer, the JDK's trust, and 4 MiB.
 */
final class GatewayHttp extends AbstractHttpClient {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final HttpClient client;
    private final Duration within;

    GatewayHttp(Duration within) {
        this.within = within;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(within)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public String doPost(
            String url,
            Map<String, String> params,
            String charset,
            Map<String, String> responseHeaders)
            throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(within)
                        .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(VendorHttp.form(params)))
                        .build();
        var call =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                        .thenApplyAsync(GatewayHttp::read, Thread::startVirtualThread);
        try {
            return call.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new HttpTimeoutException("no answer within " + within.toMillis() + " ms");
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new HttpTimeoutException("not waited for");
        } catch (ExecutionException e) {
            // Neither address nor answer: keys and people's data stand there.
            throw e.getCause() instanceof HttpTimeoutException
                    ? new HttpTimeoutException("no answer within " + within.toMillis() + " ms")
                    : new IOException("not reached");
        }
    }

    @Override
    public String doPost(
            String url,
            Map<String, String> params,
            Map<String, FileItem> files,
            String charset,
            Map<String, String> responseHeaders)
            throws IOException {
        throw new IOException("This agent sends no files.");
    }

    /** The status is of no interest: what is not signed JSON is not believed. */
    private static String read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            return body.length > MOST_BYTES ? "" : new String(body, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
