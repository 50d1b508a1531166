using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Webhooks;

namespace DeploymentRouter.Web.Webhooks;

/// <summary>Sends one message once, as Standard Webhooks has it. Whether and when it is tried again stands in the database, so nothing here repeats anything.</summary>
public sealed class WebhookSender(IHttpClientFactory clients, WebhookDestinations destinations, WebhookSettings settings, TimeProvider time)
{
    public const string ClientName = "webhooks";

    public async Task<WebhookAnswer> SendAsync(WebhookSending message, CancellationToken cancel)
    {
        // What was allowed when it was saved may not be any more.
        if (destinations.ShapeProblem(message.Url) is { } problem) return Failed(problem.Sentence);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(settings.Timeout);
        try
        {
            using var request = Request(message);
            using var client = clients.CreateClient(ClientName);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return new WebhookAnswer((int)answer.StatusCode, await SaysAsync(answer, patience.Token), RetryAfter(answer));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed(string.Create(CultureInfo.InvariantCulture, $"No answer within {settings.Timeout.TotalSeconds:0.#} seconds."));
        }
        catch (CryptographicException)
        {
            return Failed("The secret cannot be read any more: the keys of this installation are others. Give the webhook another secret.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Failed(Why(failure));
        }
    }

    private HttpRequestMessage Request(WebhookSending message)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.UserAgent.ParseAdd("DeploymentRouter-Webhooks/1");
        request.Headers.Add("webhook-id", message.EventId);
        request.Headers.Add("webhook-timestamp", now.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", message.Sign(now));
        return request;
    }

    private static WebhookAnswer Failed(string says) => new(null, says);

    // An answer is for people to read: its beginning, as text, whatever it is. One that never ends is cut off.
    private static async Task<string?> SaysAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        if ((int)answer.StatusCode is >= 300 and < 400) return "It leads elsewhere. Redirects are not followed: enter the address that it leads to.";
        var start = new byte[WebhookSettings.MaxSays];
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        var read = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        var text = new StringBuilder(read);
        foreach (var rune in Encoding.UTF8.GetString(start, 0, read).EnumerateRunes())
        {
            var letter = rune.ToString();
            text.Append(TextCheck.IsReadable(letter) ? letter : " ");
        }

        return text.ToString().Trim() is { Length: > 0 } says ? says[..Math.Min(says.Length, WebhookSettings.MaxSays)] : null;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)) return null;
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked > WebhookSchedule.Longest ? WebhookSchedule.Longest : asked;
    }

    // What the machine says may name what is inside the network; these say what to do.
    private static string Why(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case NotReachedException refused: return refused.Message;
                case AuthenticationException: return "Its certificate is not valid, or it speaks no TLS.";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }: return "Its name is not known.";
                case SocketException: return "No connection could be made.";
            }
        }

        return "It closed the connection or answered with something else than HTTP.";
    }
}
