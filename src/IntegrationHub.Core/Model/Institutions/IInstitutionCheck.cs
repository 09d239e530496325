using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Institutions;

/// <summary>Whether an institution can work with the host's settings: what its files alone do not tell.</summary>
public interface IInstitutionCheck
{
    /// <summary>What is wrong and what to do, without a secret's value; null where nothing is.</summary>
    BilingualText? Fault(Institution institution);
}
