using IntegrationHub.Core.Badges;

namespace IntegrationHub.Console.Learners;

/// <summary>The addresses of a learner's private page. They hold the token: they never appear in a link to another site.</summary>
/// <param name="Token">The token of the opened credential.</param>
/// <param name="TokenOf">The token of another credential of the same learner.</param>
/// <param name="Addresses">The public addresses.</param>
public sealed record HolderLinks(string Token, Func<CredentialId, string> TokenOf, PublicAddresses Addresses)
{
    /// <summary>Most outside badges that one record joins.</summary>
    public const int MostFiles = 10;

    /// <summary>The page itself.</summary>
    public string Home => $"/learner/{Token}";

    /// <summary>Where a form leads: <c>accept</c>, <c>withdraw</c>, <c>linkedin</c>, <c>email</c>, <c>link</c>, <c>wallet</c>.</summary>
    public string Act(string act) => $"{Home}/acts/{act}";

    /// <summary>A file of the opened credential: <c>json</c>, <c>jwt</c>, <c>png</c>, <c>svg</c>.</summary>
    public string File(string form) => $"{Home}/files/credential.{form}";

    /// <summary>Where withdrawing is asked once more.</summary>
    public string Withdraw => $"{Home}/withdraw";

    /// <summary>Where the signed record is made.</summary>
    public string Record => $"{Home}/record";

    /// <summary>Where a credential from another institution is brought so that it counts.</summary>
    public string Recognition => $"{Home}/recognition";

    /// <inheritdoc/>
    public override string ToString() => nameof(HolderLinks);
}
